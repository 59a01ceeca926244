using Tarazy.Records.Outcomes;

namespace Tarazy.Ingest.Sources;

/// <summary>Why something from outside was not read: one sentence that says what, where, and what was kept.</summary>
public sealed record IngestRefusal : Refusal
{
    private readonly string _code;
    private readonly string _says;

    public IngestRefusal(string code, string says)
    {
        _code = code;
        _says = says;
    }

    public override string Code => _code;

    public override string Says => _says;

    public override IReadOnlyList<object> Facts => [Source, Byte ?? 0, Message ?? 0, Count];

    /// <summary>File or address.</summary>
    public string Source { get; init; } = "";

    /// <summary>Place in the file, counted from 0.</summary>
    public long? Byte { get; init; }

    /// <summary>Number of the message it concerns.</summary>
    public long? Message { get; init; }

    /// <summary>How many messages, chats or files the sentence speaks of.</summary>
    public long Count { get; init; } = 1;
}
