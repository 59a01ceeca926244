using System.Text;
using Tarazy.Records.Posts;

namespace Tarazy.Ingest.Telegram.Export;

internal enum ExportMessageKind
{
    Unknown,
    Message,
    Service,
    Unsupported,
}

internal enum ForwardOrigin
{
    /// <summary>The export has no <c>forwarded_from_id</c> here: an older one, or a person who hides.</summary>
    NotSaid,
    Channel,
    Person,
}

internal enum ExportEntityKind
{
    Other,
    Hashtag,
    Mention,
    Link,
}

/// <param name="Start">In bytes of the text.</param>
internal readonly record struct ExportEntity(ExportEntityKind Kind, int Start, int Length);

/// <summary>
/// One message as it stands in the file, read into the same object again and again, its words in UTF-8. It has no place for an author,
/// a signature, a user's number or a contact card, so they cannot be kept by mistake.
/// </summary>
internal sealed class ExportMessage
{
    private readonly List<(int Start, int Length)> _links = [];
    private readonly ExportWords _text = new(4096);
    private readonly ExportWords _beside = new(1024);
    private (int Start, int Length)? _forwardedFrom;

    public long? Id { get; set; }

    public ExportMessageKind Kind { get; set; }

    public long? Unix { get; set; }

    /// <summary>The exporter's wall clock; it has no zone.</summary>
    public DateTime? Local { get; set; }

    public long? EditedUnix { get; set; }

    public DateTime? EditedLocal { get; set; }

    public ForwardOrigin ForwardOrigin { get; set; }

    public long? ReplyTo { get; set; }

    public int Reactions { get; set; }

    public MediaKind Media { get; set; }

    public List<ExportEntity> Entities { get; } = [];

    public ReadOnlySpan<byte> Text => _text.Written;

    public int LinkCount => _links.Count;

    /// <summary>Title of what it was forwarded from, a channel or a person; false when the file has none.</summary>
    public bool TryForwardedFrom(out ReadOnlySpan<byte> name)
    {
        name = _forwardedFrom is { } at ? _beside.Written.Slice(at.Start, at.Length) : default;
        return _forwardedFrom is not null;
    }

    public string? ForwardedFrom => TryForwardedFrom(out var name) ? Encoding.UTF8.GetString(name) : null;

    public ReadOnlySpan<byte> Link(int at) => _beside.Written.Slice(_links[at].Start, _links[at].Length);

    public void Clear()
    {
        Id = Unix = EditedUnix = ReplyTo = null;
        Local = EditedLocal = null;
        Kind = ExportMessageKind.Unknown;
        ForwardOrigin = ForwardOrigin.NotSaid;
        Reactions = 0;
        Media = MediaKind.None;
        Entities.Clear();
        _links.Clear();
        _forwardedFrom = null;
        _text.Clear();
        _beside.Clear();
    }

    /// <summary>Room for at least <paramref name="bytes"/> behind the text; <see cref="TextWritten"/> takes them into it.</summary>
    public Span<byte> RoomForText(int bytes) => _text.Room(bytes);

    public void TextWritten(int bytes) => _text.Take(bytes);

    /// <summary>Room for a link or a name; <see cref="ForwardedFromWritten"/> or <see cref="LinkWritten"/> take it.</summary>
    public Span<byte> RoomBeside(int bytes) => _beside.Room(bytes);

    public void ForwardedFromWritten(int bytes) => _forwardedFrom = _beside.Take(bytes);

    public void NoForwardedFrom() => _forwardedFrom = null;

    /// <summary>Keeps the link that was written beside, unless it is there already, is one too many, or leads to a person.</summary>
    public void LinkWritten(int bytes, int mostLinks)
    {
        var (start, length) = _beside.Take(bytes);
        var link = _beside.Written.Slice(start, length);
        if (_links.Count >= mostLinks || LeadsToPerson(link))
        {
            return;
        }

        for (var i = 0; i < _links.Count; i++)
        {
            if (Link(i).SequenceEqual(link))
            {
                return;
            }
        }

        _links.Add((start, length));
    }

    /// <summary><c>tg://user?id=1</c> is the number of a person in another dress.</summary>
    private static bool LeadsToPerson(ReadOnlySpan<byte> link) =>
        link.Length >= 9 && Ascii.EqualsIgnoreCase(link[..9], "tg://user"u8);
}
