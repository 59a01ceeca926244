using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tarazy.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class DemandsMeasuresLabels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_log_entries_EventSeq",
                table: "log_entries");

            migrationBuilder.RenameColumn(
                name: "Notice",
                table: "log_entries",
                newName: "Subject");

            migrationBuilder.RenameIndex(
                name: "IX_log_entries_Notice",
                table: "log_entries",
                newName: "IX_log_entries_Subject");

            migrationBuilder.AddColumn<string>(
                name: "Feed",
                table: "log_entries",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "notice");

            migrationBuilder.CreateTable(
                name: "demand_events",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Subject = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Actor = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_demand_events", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "demand_register",
                columns: table => new
                {
                    Demand = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Aliases = table.Column<string>(type: "text", nullable: false),
                    SealedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    SealFixedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    FirstEntry = table.Column<long>(type: "bigint", nullable: false),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AddressedTo = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Jurisdiction = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    IssuerKind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Issuer = table.Column<string>(type: "text", nullable: true),
                    Narrowed = table.Column<bool>(type: "boolean", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    GivenAt = table.Column<long>(type: "bigint", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "bigint", nullable: true),
                    ObjectionOpen = table.Column<bool>(type: "boolean", nullable: false),
                    Reversed = table.Column<bool>(type: "boolean", nullable: false),
                    ErasedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_demand_register", x => x.Demand);
                });

            migrationBuilder.CreateTable(
                name: "demands",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Issuer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Jurisdiction = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AddressedTo = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Blanket = table.Column<bool>(type: "boolean", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    ObjectionOpen = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_demands", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "label_events",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Subject = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Actor = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_label_events", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "state_measure_events",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Subject = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Actor = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_state_measure_events", x => x.Seq);
                });

            migrationBuilder.CreateIndex(
                name: "IX_log_entries_Feed_EventSeq",
                table: "log_entries",
                columns: new[] { "Feed", "EventSeq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_demand_events_Subject_Version",
                table: "demand_events",
                columns: new[] { "Subject", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_demand_register_FirstEntry",
                table: "demand_register",
                column: "FirstEntry");

            migrationBuilder.CreateIndex(
                name: "IX_demand_register_Number",
                table: "demand_register",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_demands_Number",
                table: "demands",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_demands_Status_DueAt",
                table: "demands",
                columns: new[] { "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_label_events_Subject_Version",
                table: "label_events",
                columns: new[] { "Subject", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_state_measure_events_Subject_Version",
                table: "state_measure_events",
                columns: new[] { "Subject", "Version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "demand_events");

            migrationBuilder.DropTable(
                name: "demand_register");

            migrationBuilder.DropTable(
                name: "demands");

            migrationBuilder.DropTable(
                name: "label_events");

            migrationBuilder.DropTable(
                name: "state_measure_events");

            migrationBuilder.DropIndex(
                name: "IX_log_entries_Feed_EventSeq",
                table: "log_entries");

            migrationBuilder.DropColumn(
                name: "Feed",
                table: "log_entries");

            migrationBuilder.RenameColumn(
                name: "Subject",
                table: "log_entries",
                newName: "Notice");

            migrationBuilder.RenameIndex(
                name: "IX_log_entries_Subject",
                table: "log_entries",
                newName: "IX_log_entries_Notice");

            migrationBuilder.CreateIndex(
                name: "IX_log_entries_EventSeq",
                table: "log_entries",
                column: "EventSeq",
                unique: true);
        }
    }
}
