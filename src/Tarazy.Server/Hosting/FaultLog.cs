namespace Tarazy.Server.Hosting;

/// <summary>Says at start what was left out of the law, and why.</summary>
internal static partial class FaultLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A pack is left out: {Fault}")]
    public static partial void PackFault(ILogger log, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "A record is left out: {Fault}")]
    public static partial void RecordFault(ILogger log, string fault);
}
