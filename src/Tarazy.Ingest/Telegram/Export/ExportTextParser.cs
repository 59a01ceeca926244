using System.Text.Json;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>Reads <c>text</c> (a string, or strings and objects mixed), <c>text_entities</c> (objects) and the buttons below a post.</summary>
internal static class ExportTextParser
{
    private enum Role
    {
        Words,
        Hashtag,
        Mention,
        Link,
        LinkBehindText,
    }

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
                if (reader.TokenType == JsonTokenType.String && reader.GetString() is { } data && IsAddress(data))
                {
                    AddLink(data, to, mostLinks);
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
        var role = Role.Words;
        var start = to.Text.Length;
        string? behind = null;
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
                behind = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
            else
            {
                // user_id of mention_name among them: it would tell who a person is.
                reader.Read();
            }

            reader.Skip();
        }

        Note(role, start, behind, to, mostLinks);
    }

    private static void Note(Role role, int start, string? behind, ExportMessage to, int mostLinks)
    {
        var length = to.Text.Length - start;
        switch (role)
        {
            case Role.Hashtag:
                to.Entities.Add(new ExportEntity(ExportEntityKind.Hashtag, start, length));
                break;
            case Role.Mention:
                to.Entities.Add(new ExportEntity(ExportEntityKind.Mention, start, length));
                break;
            case Role.Link when length > 0:
                to.Entities.Add(new ExportEntity(ExportEntityKind.Link, start, length));
                AddLink(to.Text[start..].ToString(), to, mostLinks);
                break;
            case Role.LinkBehindText when behind is not null:
                AddLink(behind, to, mostLinks);
                break;
            default:
                break;
        }
    }

    private static Role RoleOf(ReadOnlySpan<byte> type) => type switch
    {
        _ when type.SequenceEqual("link"u8) => Role.Link,
        _ when type.SequenceEqual("text_link"u8) => Role.LinkBehindText,
        _ when type.SequenceEqual("hashtag"u8) => Role.Hashtag,
        _ when type.SequenceEqual("mention"u8) => Role.Mention,
        _ => Role.Words,
    };

    private static void Append(ref Utf8JsonReader reader, ExportMessage to)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return;
        }

        var room = to.RoomForText(reader.ValueSpan.Length);
        var written = reader.CopyString(room);
        room[..written].Replace('\0', ExportMessage.NoCharacter);
        to.TextWritten(written);
    }

    private static void AddLink(string link, ExportMessage to, int mostLinks)
    {
        // tg://user?id=1 is the number of a person in another dress.
        link = link.Replace('\0', ExportMessage.NoCharacter);
        if (to.Links.Count < mostLinks && !link.StartsWith("tg://user", StringComparison.OrdinalIgnoreCase) && !to.Links.Contains(link))
        {
            to.Links.Add(link);
        }
    }

    private static bool IsAddress(string data) =>
        data.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || data.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || data.StartsWith("tg://", StringComparison.OrdinalIgnoreCase);
}
