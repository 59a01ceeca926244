using System.Buffers.Text;
using System.Text.Json;
using Tarazy.Records.Posts;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>Reads one message object. What the desk must not keep is passed over here and never decoded.</summary>
internal sealed class ExportMessageParser(ExportOptions options)
{
    private readonly JsonReaderOptions _json = new() { MaxDepth = options.MostDepth };

    /// <exception cref="JsonException">The object is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A string is not UTF-8.</exception>
    public void Parse(ReadOnlySpan<byte> json, ExportMessage to)
    {
        to.Clear();
        var reader = new Utf8JsonReader(ControlEscapes.Find(json) >= 0 ? ControlEscapes.Repair(json) : json, _json);
        var plain = default(Utf8JsonReader);
        var hasPlain = false;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueSpan.SequenceEqual("text"u8))
            {
                // Every text stands twice in a file; this one is only needed where text_entities is missing.
                reader.Read();
                plain = reader;
                hasPlain = true;
                reader.Skip();
            }
            else
            {
                ReadMember(ref reader, to);
            }
        }

        if (hasPlain && to.Text.IsEmpty)
        {
            ExportTextParser.Read(ref plain, to, options.MostLinks);
        }
    }

    private void ReadMember(ref Utf8JsonReader reader, ExportMessage to)
    {
        switch (reader.ValueSpan.Length)
        {
            case 2 when reader.ValueSpan.SequenceEqual("id"u8):
                to.Id = Whole(ref reader);
                break;
            case 4 when reader.ValueSpan.SequenceEqual("type"u8):
                to.Kind = Kind(ref reader);
                break;
            case 4 when reader.ValueSpan.SequenceEqual("date"u8):
                to.Local = Local(ref reader);
                break;
            case 6 when reader.ValueSpan.SequenceEqual("edited"u8):
                to.EditedLocal = Local(ref reader);
                break;
            case 13 when reader.ValueSpan.SequenceEqual("date_unixtime"u8):
                to.Unix = Whole(ref reader);
                break;
            case 15 when reader.ValueSpan.SequenceEqual("edited_unixtime"u8):
                to.EditedUnix = Whole(ref reader);
                break;
            case 13 when reader.ValueSpan.SequenceEqual("text_entities"u8):
                reader.Read();
                ExportTextParser.Read(ref reader, to, options.MostLinks);
                break;
            case 19 when reader.ValueSpan.SequenceEqual("reply_to_message_id"u8):
                to.ReplyTo = Whole(ref reader);
                break;
            case 18 when reader.ValueSpan.SequenceEqual("inline_bot_buttons"u8):
                reader.Read();
                ExportTextParser.ReadButtons(ref reader, to, options.MostLinks);
                break;
            default:
                ReadForwardOrMedia(ref reader, to);
                break;
        }
    }

    private static void ReadForwardOrMedia(ref Utf8JsonReader reader, ExportMessage to)
    {
        var name = reader.ValueSpan;
        if (name.SequenceEqual("forwarded_from"u8))
        {
            ReadForwardedFrom(ref reader, to);
        }
        else if (name.SequenceEqual("forwarded_from_id"u8))
        {
            to.ForwardOrigin = Origin(ref reader);
        }
        else if (name.SequenceEqual("reactions"u8))
        {
            reader.Read();
            to.Reactions = Reactions(ref reader);
        }
        else if (name.SequenceEqual("media_type"u8))
        {
            reader.Read();
            to.Media = MediaType(ref reader);
            reader.Skip();
        }
        else
        {
            to.Media = MediaWith(to.Media, name);
            reader.Read();
            reader.Skip();
        }
    }

    /// <summary>What a member by this name says of the media, after what was read before it.</summary>
    public static MediaKind MediaWith(MediaKind sofar, ReadOnlySpan<byte> member) =>
        sofar == MediaKind.None ? MediaOf(member)
        : sofar == MediaKind.Document && member.SequenceEqual("photo"u8) ? MediaKind.Photo
        : sofar;

    private static MediaKind MediaOf(ReadOnlySpan<byte> member) => member switch
    {
        _ when member.SequenceEqual("photo"u8) => MediaKind.Photo,
        _ when member.SequenceEqual("file"u8) => MediaKind.Document,
        _ when member.SequenceEqual("poll"u8) => MediaKind.Poll,
        _ when member.SequenceEqual("location_information"u8) => MediaKind.Location,
        _ when member.SequenceEqual("contact_information"u8) => MediaKind.Other,
        _ when member.StartsWith("game_"u8) || member.StartsWith("giveaway_"u8) => MediaKind.Other,
        _ when member.SequenceEqual("invoice_information"u8) || member.SequenceEqual("paid_stars_amount"u8) => MediaKind.Other,
        _ => MediaKind.None,
    };

    private static MediaKind MediaType(ref Utf8JsonReader reader)
    {
        return reader.TokenType == JsonTokenType.String ? MediaByType(reader.ValueSpan) : MediaKind.Other;
    }

    public static MediaKind MediaByType(ReadOnlySpan<byte> type)
    {
        return type switch
        {
            _ when type.SequenceEqual("video_file"u8) || type.SequenceEqual("video_message"u8) => MediaKind.Video,
            _ when type.SequenceEqual("voice_message"u8) => MediaKind.Voice,
            _ when type.SequenceEqual("audio_file"u8) => MediaKind.Audio,
            _ when type.SequenceEqual("animation"u8) => MediaKind.Animation,
            _ when type.SequenceEqual("sticker"u8) => MediaKind.Sticker,
            _ => MediaKind.Other,
        };
    }

    private static ExportMessageKind Kind(ref Utf8JsonReader reader)
    {
        reader.Read();
        var kind = KindBy(reader.ValueSpan);
        reader.Skip();
        return kind;
    }

    public static ExportMessageKind KindBy(ReadOnlySpan<byte> type) => type switch
    {
        _ when type.SequenceEqual("message"u8) => ExportMessageKind.Message,
        _ when type.SequenceEqual("service"u8) => ExportMessageKind.Service,
        _ when type.SequenceEqual("unsupported"u8) => ExportMessageKind.Unsupported,
        _ => ExportMessageKind.Unknown,
    };

    private static ForwardOrigin Origin(ref Utf8JsonReader reader)
    {
        reader.Read();
        var origin = reader.TokenType switch
        {
            JsonTokenType.Null => ForwardOrigin.NotSaid,
            JsonTokenType.String when reader.ValueSpan.StartsWith("channel"u8) => ForwardOrigin.Channel,
            _ => ForwardOrigin.Person,
        };
        reader.Skip();
        return origin;
    }

    private static int Reactions(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return 0;
        }

        // Counts only: "recent" names people and is passed over.
        var sum = 0L;
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueSpan.SequenceEqual("count"u8))
                {
                    sum += Math.Clamp(Whole(ref reader) ?? 0, 0, int.MaxValue);
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }
        }

        return reader.TokenType == JsonTokenType.EndArray
            ? (int)Math.Min(sum, int.MaxValue)
            : throw new JsonException("A reaction is not an object.");
    }

    /// <summary>A whole number, written as one or as a string.</summary>
    private static long? Whole(ref Utf8JsonReader reader)
    {
        reader.Read();
        var found = reader.TokenType is JsonTokenType.Number or JsonTokenType.String
            && Utf8Parser.TryParse(reader.ValueSpan, out long number, out var used) && used == reader.ValueSpan.Length
            ? number
            : (long?)null;
        reader.Skip();
        return found;
    }

    private static DateTime? Local(ref Utf8JsonReader reader)
    {
        reader.Read();
        var found = reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out var local)
            ? DateTime.SpecifyKind(local, DateTimeKind.Unspecified)
            : (DateTime?)null;
        reader.Skip();
        return found;
    }

    private static void ReadForwardedFrom(ref Utf8JsonReader reader, ExportMessage to)
    {
        reader.Read();
        to.NoForwardedFrom();
        if (reader.TokenType == JsonTokenType.String)
        {
            to.ForwardedFromWritten(reader.CopyString(to.RoomBeside(reader.ValueSpan.Length)));
        }

        reader.Skip();
    }
}
