using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tarazy.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    Alias = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Roles = table.Column<string>(type: "text", nullable: false),
                    Languages = table.Column<string>(type: "text", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    InvitationHash = table.Column<string>(type: "text", nullable: true),
                    InvitedUntil = table.Column<long>(type: "bigint", nullable: true),
                    Stamp = table.Column<string>(type: "text", nullable: false),
                    FailedSignIns = table.Column<int>(type: "integer", nullable: false),
                    LockedUntil = table.Column<long>(type: "bigint", nullable: true),
                    LastSeen = table.Column<long>(type: "bigint", nullable: true),
                    Disabled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.Alias);
                });

            migrationBuilder.CreateTable(
                name: "case_events",
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
                    table.PrimaryKey("PK_case_events", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false),
                    Post = table.Column<string>(type: "text", nullable: false),
                    Story = table.Column<string>(type: "text", nullable: true),
                    Channel = table.Column<string>(type: "text", nullable: false),
                    Harm = table.Column<string>(type: "text", nullable: false),
                    Summary = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Priority = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Posts = table.Column<int>(type: "integer", nullable: false),
                    ClaimedBy = table.Column<string>(type: "text", nullable: true),
                    ClaimedUntil = table.Column<long>(type: "bigint", nullable: true),
                    DecidedBy = table.Column<string>(type: "text", nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    UndoUntil = table.Column<long>(type: "bigint", nullable: true),
                    Measure = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "channels",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Handle = table.Column<string>(type: "text", nullable: true),
                    Subscribers = table.Column<int>(type: "integer", nullable: true),
                    FirstSeen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cursors",
                columns: table => new
                {
                    Reader = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cursors", x => x.Reader);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Post = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Channel = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Story = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Rule = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Shadow = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_findings", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Source = table.Column<string>(type: "text", nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: false),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: false),
                    Summary = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "log_entries",
                columns: table => new
                {
                    Index = table.Column<long>(type: "bigint", nullable: false),
                    EventSeq = table.Column<long>(type: "bigint", nullable: false),
                    Notice = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Leaf = table.Column<string>(type: "text", nullable: false),
                    Salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    Content = table.Column<string>(type: "text", nullable: true),
                    SealedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    ErasedAt = table.Column<long>(type: "bigint", nullable: true),
                    ErasedBecause = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_entries", x => x.Index);
                });

            migrationBuilder.CreateTable(
                name: "notice_events",
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
                    table.PrimaryKey("PK_notice_events", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "noticed_posts",
                columns: table => new
                {
                    Notice = table.Column<string>(type: "text", nullable: false),
                    Post = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_noticed_posts", x => new { x.Notice, x.Post });
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false),
                    Case = table.Column<string>(type: "text", nullable: false),
                    Channel = table.Column<string>(type: "text", nullable: false),
                    Harm = table.Column<string>(type: "text", nullable: false),
                    Measure = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Addressee = table.Column<string>(type: "text", nullable: false),
                    DraftedAt = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Appealed = table.Column<bool>(type: "boolean", nullable: false),
                    AppealOpen = table.Column<bool>(type: "boolean", nullable: false),
                    Reversed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "posts",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Channel = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Message = table.Column<long>(type: "bigint", nullable: false),
                    PostedAt = table.Column<long>(type: "bigint", nullable: false),
                    EditedAt = table.Column<long>(type: "bigint", nullable: true),
                    SeenAt = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Links = table.Column<string>(type: "text", nullable: true),
                    Media = table.Column<int>(type: "integer", nullable: false),
                    ForwardedFrom = table.Column<string>(type: "text", nullable: true),
                    ReplyTo = table.Column<long>(type: "bigint", nullable: true),
                    Views = table.Column<long>(type: "bigint", nullable: true),
                    Reactions = table.Column<int>(type: "integer", nullable: false),
                    Replaces = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_posts", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "readings",
                columns: table => new
                {
                    PostSeq = table.Column<long>(type: "bigint", nullable: false),
                    Post = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Channel = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Language = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Sure = table.Column<bool>(type: "boolean", nullable: false),
                    Story = table.Column<long>(type: "bigint", nullable: false),
                    Similarity = table.Column<double>(type: "double precision", nullable: false),
                    PostedAt = table.Column<long>(type: "bigint", nullable: false),
                    Mark = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_readings", x => x.PostSeq);
                });

            migrationBuilder.CreateTable(
                name: "register",
                columns: table => new
                {
                    Notice = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Draft = table.Column<string>(type: "text", nullable: true),
                    Decider = table.Column<string>(type: "text", nullable: false),
                    SecondReader = table.Column<string>(type: "text", nullable: false),
                    SealedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    FirstEntry = table.Column<long>(type: "bigint", nullable: true),
                    Harm = table.Column<string>(type: "text", nullable: true),
                    Measure = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Jurisdiction = table.Column<string>(type: "text", nullable: true),
                    Clause = table.Column<string>(type: "text", nullable: true),
                    Territory = table.Column<string>(type: "text", nullable: true),
                    Addressee = table.Column<string>(type: "text", nullable: true),
                    Channel = table.Column<string>(type: "text", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: true),
                    SignedAt = table.Column<long>(type: "bigint", nullable: true),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    AppealedAt = table.Column<long>(type: "bigint", nullable: true),
                    AppealDecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    Reversed = table.Column<bool>(type: "boolean", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "bigint", nullable: true),
                    CorrectedAt = table.Column<long>(type: "bigint", nullable: true),
                    ErasedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register", x => x.Notice);
                });

            migrationBuilder.CreateTable(
                name: "stories",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Id = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    FirstAt = table.Column<long>(type: "bigint", nullable: false),
                    LastAt = table.Column<long>(type: "bigint", nullable: false),
                    Posts = table.Column<int>(type: "integer", nullable: false),
                    Channels = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stories", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_InvitationHash",
                table: "accounts",
                column: "InvitationHash");

            migrationBuilder.CreateIndex(
                name: "IX_case_events_Subject_Version",
                table: "case_events",
                columns: new[] { "Subject", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_Number",
                table: "cases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_Post",
                table: "cases",
                column: "Post");

            migrationBuilder.CreateIndex(
                name: "IX_cases_Status_Priority_DueAt",
                table: "cases",
                columns: new[] { "Status", "Priority", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_Story",
                table: "cases",
                column: "Story");

            migrationBuilder.CreateIndex(
                name: "IX_findings_Id",
                table: "findings",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_findings_Post",
                table: "findings",
                column: "Post");

            migrationBuilder.CreateIndex(
                name: "IX_findings_Rule_Shadow",
                table: "findings",
                columns: new[] { "Rule", "Shadow" });

            migrationBuilder.CreateIndex(
                name: "IX_findings_Story",
                table: "findings",
                column: "Story");

            migrationBuilder.CreateIndex(
                name: "IX_log_entries_EventSeq",
                table: "log_entries",
                column: "EventSeq",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_log_entries_Notice",
                table: "log_entries",
                column: "Notice");

            migrationBuilder.CreateIndex(
                name: "IX_notice_events_Subject_Version",
                table: "notice_events",
                columns: new[] { "Subject", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_noticed_posts_Post",
                table: "noticed_posts",
                column: "Post");

            migrationBuilder.CreateIndex(
                name: "IX_notices_Case",
                table: "notices",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_notices_Channel",
                table: "notices",
                column: "Channel");

            migrationBuilder.CreateIndex(
                name: "IX_notices_Number",
                table: "notices",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notices_Status_DueAt",
                table: "notices",
                columns: new[] { "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_posts_Channel_Message",
                table: "posts",
                columns: new[] { "Channel", "Message" });

            migrationBuilder.CreateIndex(
                name: "IX_posts_Id",
                table: "posts",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_readings_Language",
                table: "readings",
                column: "Language");

            migrationBuilder.CreateIndex(
                name: "IX_readings_Post",
                table: "readings",
                column: "Post",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_readings_Story_Channel",
                table: "readings",
                columns: new[] { "Story", "Channel" });

            migrationBuilder.CreateIndex(
                name: "IX_register_FirstEntry",
                table: "register",
                column: "FirstEntry");

            migrationBuilder.CreateIndex(
                name: "IX_register_Number",
                table: "register",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stories_Channels_Posts",
                table: "stories",
                columns: new[] { "Channels", "Posts" });

            migrationBuilder.CreateIndex(
                name: "IX_stories_Id",
                table: "stories",
                column: "Id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "case_events");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "channels");

            migrationBuilder.DropTable(
                name: "cursors");

            migrationBuilder.DropTable(
                name: "findings");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "log_entries");

            migrationBuilder.DropTable(
                name: "notice_events");

            migrationBuilder.DropTable(
                name: "noticed_posts");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "posts");

            migrationBuilder.DropTable(
                name: "readings");

            migrationBuilder.DropTable(
                name: "register");

            migrationBuilder.DropTable(
                name: "stories");
        }
    }
}
