using System.Globalization;
using Tarazy.Ingest.Sources;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>Counts what was kept and what was not, and puts it in sentences.</summary>
internal sealed class ExportTally(string file, int mostTold)
{
    private readonly SortedDictionary<string, long> _otherChats = new(StringComparer.Ordinal);
    private long _told;
    private long _untold;
    private long _service;
    private long _unsupported;

    public long Kept { get; set; }

    public long? LastMessage { get; set; }

    public void Service() => _service++;

    public void Unsupported() => _unsupported++;

    public void OtherChat(string kind) => _otherChats[kind] = _otherChats.GetValueOrDefault(kind) + 1;

    /// <summary>One message that could not be read; null when enough of them were told one by one.</summary>
    public IngestRefusal? Message(string code, string what, long at, long? message)
    {
        if (_told == mostTold)
        {
            _untold++;
            return null;
        }

        _told++;
        var which = message is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"Message {number} at byte {at} of {file}")
            : string.Create(CultureInfo.InvariantCulture, $"The message at byte {at} of {file}{After()}");
        return new IngestRefusal(code, $"{which} {what}; it was passed over and reading went on.")
        {
            Source = file,
            Byte = at,
            Message = message,
        };
    }

    public IngestRefusal Chat(string code, string what, long at) =>
        new(code, string.Create(CultureInfo.InvariantCulture, $"The chat at byte {at} of {file} {what}; it was passed over and reading went on."))
        {
            Source = file,
            Byte = at,
        };

    public IngestRefusal Broken(string code, string what, long at) =>
        new(code, string.Create(CultureInfo.InvariantCulture, $"{file} could not be read beyond byte {at}{After()}: {what}. {KeptSoFar()}"))
        {
            Source = file,
            Byte = at,
            Message = LastMessage,
        };

    /// <summary>What was passed over as a whole, one sentence a reason.</summary>
    public IEnumerable<IngestRefusal> Sums()
    {
        foreach (var (kind, chats) in _otherChats)
        {
            yield return Sum(
                "private-chat",
                chats,
                $"of {file} ({kind}) {(chats == 1 ? "was" : "were")} passed over unread: only public channels and public groups are read",
                "chat");
        }

        if (_service > 0)
        {
            yield return Sum("service-message", _service, $"of {file} passed over: service messages carry no post", "message");
        }

        if (_unsupported > 0)
        {
            yield return Sum("unsupported-message", _unsupported, $"of {file} passed over: Telegram Desktop could not export them", "message");
        }

        if (_untold > 0)
        {
            yield return Sum("bad-message", _untold, $"more of {file} could not be read and passed over", "message");
        }
    }

    private IngestRefusal Sum(string code, long count, string what, string noun) =>
        new(code, string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")} {what}."))
        {
            Source = file,
            Count = count,
        };

    private string After() =>
        LastMessage is { } last ? string.Create(CultureInfo.InvariantCulture, $" (after message {last})") : "";

    private string KeptSoFar() => Kept switch
    {
        0 => "Nothing of it was kept.",
        1 => "The one whole post before it was kept.",
        _ => string.Create(CultureInfo.InvariantCulture, $"The {Kept} whole posts before it were kept."),
    };
}
