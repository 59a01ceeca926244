using System.Text;
using System.Text.Json;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>What a piece of a text is to its post.</summary>
internal enum EntityRole
{
    Words,
    Hashtag,
    Mention,
    Link,
    LinkBehindText,
}

/// <summary>Reads <c>text</c> (a string, or strings and objects mixed), <c>text_entities</c> (objects) and the buttons below a post.</summary>
internal static class ExportTextParser
{
    public static void Read(ref Utf8JsonReader reader, ExportMessage to, int mostLinks)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                Append(ref reader, to);
                break;
            case JsonTokenType.StartArray:
                ReadItems(ref reader, to, mostLinks);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    public static void ReadButtons(ref Utf8JsonReader reader, ExportMessage to, int mostLinks)
    {
        var depth = reader.CurrentDepth;
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && !(reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == depth))
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueSpan.SequenceEqual("data"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.String)
                {
                    AddAddress(ref reader, to, mostLinks);
                }
            }
        }
    }

    private static void ReadItems(ref Utf8JsonReader reader, ExportMessage to, int mostLinks)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                Append(ref reader, to);
            }
            else if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadEntity(ref reader, to, mostLinks);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void ReadEntity(ref Utf8JsonReader reader, ExportMessage to, int mostLinks)
    {
        var role = EntityRole.Words;
        var start = to.Text.Length;
        var behind = default(Utf8JsonReader);
        var hasBehind = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            if (name.SequenceEqual("type"u8))
            {
                reader.Read();
                role = RoleOf(reader.ValueSpan);
            }
            else if (name.SequenceEqual("text"u8))
            {
                reader.Read();
                Append(ref reader, to);
                continue;
            }
            else if (name.SequenceEqual("href"u8))
            {
                reader.Read();
                hasBehind = reader.TokenType == JsonTokenType.String;
                behind = reader;
                MustBeText(ref reader, to);
            }
            else
            {
                // user_id of mention_name among them: it would tell who a person is.
                reader.Read();
            }

            reader.Skip();
        }

        if (role == EntityRole.LinkBehindText && hasBehind)
        {
            to.LinkWritten(behind.CopyString(to.RoomBeside(behind.ValueSpan.Length)), mostLinks);
        }

        Note(role, start, to, mostLinks);
    }

    public static void Note(EntityRole role, int start, ExportMessage to, int mostLinks)
    {
        var length = to.Text.Length - start;
        switch (role)
        {
            case EntityRole.Hashtag:
                to.Entities.Add(new ExportEntity(ExportEntityKind.Hashtag, start, length));
                break;
            case EntityRole.Mention:
                to.Entities.Add(new ExportEntity(ExportEntityKind.Mention, start, length));
                break;
            case EntityRole.Link when length > 0:
                to.Entities.Add(new ExportEntity(ExportEntityKind.Link, start, length));
                to.Text[start..].CopyTo(to.RoomBeside(length));
                to.LinkWritten(length, mostLinks);
                break;
            default:
                break;
        }
    }

    public static EntityRole RoleOf(ReadOnlySpan<byte> type) => type switch
    {
        _ when type.SequenceEqual("link"u8) => EntityRole.Link,
        _ when type.SequenceEqual("text_link"u8) => EntityRole.LinkBehindText,
        _ when type.SequenceEqual("hashtag"u8) => EntityRole.Hashtag,
        _ when type.SequenceEqual("mention"u8) => EntityRole.Mention,
        _ => EntityRole.Words,
    };

    private static void Append(ref Utf8JsonReader reader, ExportMessage to)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return;
        }

        to.TextWritten(reader.CopyString(to.RoomForText(reader.ValueSpan.Length)));
    }

    /// <summary>Throws for a string that isn't UTF-8, whether or not it turns out to be needed.</summary>
    private static void MustBeText(ref Utf8JsonReader reader, ExportMessage to)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            reader.CopyString(to.RoomBeside(reader.ValueSpan.Length));
        }
    }

    private static void AddAddress(ref Utf8JsonReader reader, ExportMessage to, int mostLinks)
    {
        var room = to.RoomBeside(reader.ValueSpan.Length);
        var length = reader.CopyString(room);
        if (IsAddress(room[..length]))
        {
            to.LinkWritten(length, mostLinks);
        }
    }

    private static bool IsAddress(ReadOnlySpan<byte> data) =>
        BeginsWith(data, "https://"u8) || BeginsWith(data, "http://"u8) || BeginsWith(data, "tg://"u8);

    private static bool BeginsWith(ReadOnlySpan<byte> data, ReadOnlySpan<byte> scheme) =>
        data.Length >= scheme.Length && Ascii.EqualsIgnoreCase(data[..scheme.Length], scheme);
}
