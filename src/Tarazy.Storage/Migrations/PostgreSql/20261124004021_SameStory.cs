using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tarazy.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class SameStory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "channel_footers",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    State = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channel_footers", x => x.Channel);
                });

            migrationBuilder.CreateTable(
                name: "retellings",
                columns: table => new
                {
                    Later = table.Column<long>(type: "bigint", nullable: false),
                    Earlier = table.Column<long>(type: "bigint", nullable: false),
                    Group = table.Column<long>(type: "bigint", nullable: false),
                    Score = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retellings", x => new { x.Later, x.Earlier });
                });

            migrationBuilder.CreateIndex(
                name: "IX_retellings_Earlier",
                table: "retellings",
                column: "Earlier");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "channel_footers");

            migrationBuilder.DropTable(
                name: "retellings");
        }
    }
}
