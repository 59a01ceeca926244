using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tarazy.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReadingsByNumber : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_readings_Post",
                table: "readings");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_readings_Post",
                table: "readings",
                column: "Post",
                unique: true);
        }
    }
}
