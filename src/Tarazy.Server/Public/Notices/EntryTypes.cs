namespace Tarazy.Server.Public.Notices;

/// <summary>The types that stand in the log's leaves, and the words the pages have for them.</summary>
internal static class EntryTypes
{
    public const string Signed = "notice-signed";
    public const string Sent = "notice-sent";
    public const string Received = "receipt-confirmed";
    public const string Answered = "notice-answered";
    public const string Appealed = "appeal-opened";
    public const string AppealDecided = "appeal-decided";
    public const string Withdrawn = "notice-withdrawn";
    public const string Corrected = "correction-sent";

    /// <summary>What an entry is called by its type alone; whether an appeal turned the notice over stands in its content.</summary>
    public static string KindOf(string type) => type switch
    {
        Signed => "notice",
        Sent => "sent",
        Received => "receipt",
        Answered => "answer",
        Appealed => "appeal",
        AppealDecided => "decided",
        Withdrawn => "withdrawal",
        Corrected => "correction",
        _ => type,
    };
}
