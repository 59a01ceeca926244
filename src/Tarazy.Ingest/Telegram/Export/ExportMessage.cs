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

/// <param name="Start">In characters of the text.</param>
internal readonly record struct ExportEntity(ExportEntityKind Kind, int Start, int Length);

/// <summary>
/// One message as it stands in the file, read into the same object again and again. It has no place for an author, a signature,
/// a user's number or a contact card, so they cannot be kept by mistake.
/// </summary>
internal sealed class ExportMessage
{
    /// <summary>Stands for U+0000, which is no part of any language and which PostgreSQL cannot keep.</summary>
    public const char NoCharacter = '\uFFFD';

    private char[] _text = new char[4096];
    private int _length;

    public long? Id { get; set; }

    public ExportMessageKind Kind { get; set; }

    public long? Unix { get; set; }

    /// <summary>The exporter's wall clock; it has no zone.</summary>
    public DateTime? Local { get; set; }

    public long? EditedUnix { get; set; }

    public DateTime? EditedLocal { get; set; }

    /// <summary>What a service message tells of, e.g. <c>pin_message</c>.</summary>
    public string? Action { get; set; }

    public string? ForwardedFrom { get; set; }

    public ForwardOrigin ForwardOrigin { get; set; }

    public long? ReplyTo { get; set; }

    public int Reactions { get; set; }

    public MediaKind Media { get; set; }

    public List<string> Links { get; } = [];

    public List<ExportEntity> Entities { get; } = [];

    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    public void Clear()
    {
        Id = Unix = EditedUnix = ReplyTo = null;
        Local = EditedLocal = null;
        Kind = ExportMessageKind.Unknown;
        Action = ForwardedFrom = null;
        ForwardOrigin = ForwardOrigin.NotSaid;
        Reactions = 0;
        Media = MediaKind.None;
        Links.Clear();
        Entities.Clear();
        _length = 0;
    }

    /// <summary>Room for at least <paramref name="characters"/> behind the text; <see cref="TextWritten"/> takes them into it.</summary>
    public Span<char> RoomForText(int characters)
    {
        if (_text.Length - _length < characters)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + characters));
        }

        return _text.AsSpan(_length);
    }

    public void TextWritten(int characters) => _length += characters;
}
