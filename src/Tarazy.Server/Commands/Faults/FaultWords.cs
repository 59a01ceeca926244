using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using Tarazy.TransparencyLog;

namespace Tarazy.Server.Commands.Faults;

/// <summary>Faults of the surroundings (disk, database, network, settings) in words: what is wrong, where, and what mends it.</summary>
internal static class FaultWords
{
    private const int DiskFull = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const string Room = "Make room and do the same again: what was stored before is kept, and nothing is stored twice.";
    private const string SettingsSource = "Microsoft.Extensions.Configuration.Binder";

    /// <returns>Null for a fault that is the program's own.</returns>
    public static string? Of(Exception fault) =>
        Known(fault) ?? (fault.InnerException is { } inner ? Of(inner) : null);

    private static string? Known(Exception fault) => fault switch
    {
        InvalidDataException { InnerException: { } inner } when Innermost(inner) is JsonException broken => Broken(fault.Message, broken),
        InvalidDataException or LogDamagedException or LogInUseException => fault.Message,
        OptionsValidationException options => $"A setting in tarazy.json or the environment cannot be used: {string.Join(" ", options.Failures)}",
        InvalidOperationException { Source: SettingsSource } => $"A setting in tarazy.json or the environment cannot be used: {fault.Message}",
        TimeZoneNotFoundException => $"{fault.Message} Zones have names such as Asia/Almaty; Web:TimeZone in tarazy.json is where the desk's is set.",
        IOException { InnerException: AddressInUseException } => $"{fault.Message} Stop the program that has it, or name another address with --url.",
        IOException when fault.HResult is DiskFull or DiskFullOnWindows => $"{fault.Message}. {Room}",
        IOException => fault.Message,
        UnauthorizedAccessException => $"{fault.Message} Look at the owner and the permissions of it.",
        SqliteException sqlite => $"The desk's database {Sqlite(sqlite)}",
        PostgresException postgres => $"PostgreSQL says: {postgres.MessageText} ({postgres.SqlState}). Look at --database or TARAZY_DATABASE, and at the rights of its user.",
        NpgsqlException => $"PostgreSQL cannot be reached: {fault.Message}{(fault.InnerException is { } why ? $" ({why.Message})" : "")}. Is it running, and is the address in --database or TARAZY_DATABASE right?",
        System.Net.Sockets.SocketException => $"{fault.Message}. Look at the address in --url: is it one of this machine, and may this user listen there?",
        _ => null,
    };

    private static string Sqlite(SqliteException fault) => fault.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            "is being written by another program, and did not become free in time. Let that one finish, then do the same again: what was stored before is kept.",
        SQLitePCL.raw.SQLITE_READONLY => "cannot be written. Look at the owner and the permissions of its file and folder.",
        SQLitePCL.raw.SQLITE_IOERR => "cannot be read or written: the disk reports an error, or it lies where no file can be. Look at --data and --database, then at the disk.",
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB =>
            "is damaged, or the file is no database. Look at --data and --database; if they are right, restore the last backup (docs/guide/admin.md).",
        SQLitePCL.raw.SQLITE_FULL => $"cannot grow: the disk is full. {Room}",
        SQLitePCL.raw.SQLITE_CANTOPEN => "cannot be opened. Is the folder in --data or --database there, and may this user write in it?",
        _ => $"reports: {fault.Message}",
    };

    /// <summary>Lines and places as an editor counts them.</summary>
    private static string Broken(string says, JsonException json)
    {
        var why = json.Message.Split(" LineNumber:", 2)[0];
        return FormattableString.Invariant($"{says} Line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}: {why}");
    }

    private static Exception Innermost(Exception fault) => fault.InnerException is { } inner ? Innermost(inner) : fault;
}
