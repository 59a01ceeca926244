using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tarazy.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class FactChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fact_check_events",
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
                    table.PrimaryKey("PK_fact_check_events", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "fact_check_matches",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    FactCheck = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Story = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Post = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Probability = table.Column<double>(type: "double precision", nullable: false),
                    SuggestedAt = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    JudgedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    JudgedAt = table.Column<long>(type: "bigint", nullable: true),
                    Shared = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact_check_matches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "fact_check_progress",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    PostSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact_check_progress", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "fact_checks",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    ImportedAt = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact_checks", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_fact_check_events_Subject_Version",
                table: "fact_check_events",
                columns: new[] { "Subject", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_fact_check_matches_Status_SuggestedAt",
                table: "fact_check_matches",
                columns: new[] { "Status", "SuggestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_fact_check_matches_Story",
                table: "fact_check_matches",
                column: "Story");

            migrationBuilder.CreateIndex(
                name: "IX_fact_checks_Revision",
                table: "fact_checks",
                column: "Revision");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fact_check_events");

            migrationBuilder.DropTable(
                name: "fact_check_matches");

            migrationBuilder.DropTable(
                name: "fact_check_progress");

            migrationBuilder.DropTable(
                name: "fact_checks");
        }
    }
}
