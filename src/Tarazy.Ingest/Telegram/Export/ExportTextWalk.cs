namespace Tarazy.Ingest.Telegram.Export;

/// <summary>Reads what <see cref="ExportTextParser"/> reads, on a <see cref="JsonWalk"/>. False leaves the message to the ordinary parser.</summary>
internal static class ExportTextWalk
{
    public static bool Read(ref JsonWalk walk, ExportMessage to, int mostLinks) => walk.Peek() switch
    {
        (byte)'"' => Append(ref walk, to),
        (byte)'[' => ReadItems(ref walk, to, mostLinks),
        _ => walk.Skip(),
    };

    /// <summary>Writes a string beside the text.</summary>
    public static bool Beside(ReadOnlySpan<byte> raw, bool escaped, ExportMessage to, out int length)
    {
        var room = to.RoomBeside(raw.Length);
        length = Copy(raw, escaped, room);
        return length >= 0 && Utf8Check.IsValid(room[..length]);
    }

    private static bool ReadItems(ref JsonWalk walk, ExportMessage to, int mostLinks)
    {
        walk.At++;
        for (var first = true; walk.Item(ref first, out var end);)
        {
            if (end)
            {
                return true;
            }

            var passed = walk.Peek() switch
            {
                (byte)'"' => Append(ref walk, to),
                (byte)'{' => ReadEntity(ref walk, to, mostLinks),
                _ => walk.Skip(),
            };
            if (!passed)
            {
                return false;
            }
        }

        return false;
    }

    private static bool ReadEntity(ref JsonWalk walk, ExportMessage to, int mostLinks)
    {
        walk.At++;
        var role = EntityRole.Words;
        var start = to.Text.Length;
        ReadOnlySpan<byte> behind = default;
        bool hasBehind = false, escaped = false;
        for (var first = true; walk.Member(ref first, out var name);)
        {
            if (name.IsEmpty)
            {
                ExportTextParser.Note(role, start, to, mostLinks);
                return role != EntityRole.LinkBehindText || !hasBehind || AddLink(behind, escaped, to, mostLinks);
            }

            var next = walk.Peek();
            bool passed;
            if (next == '"' && name.SequenceEqual("type"u8))
            {
                passed = walk.String(out var type, out _);
                role = ExportTextParser.RoleOf(type);
            }
            else if (next == '"' && name.SequenceEqual("text"u8))
            {
                passed = Append(ref walk, to);
            }
            else if (next == '"' && name.SequenceEqual("href"u8))
            {
                passed = walk.String(out behind, out escaped) && Utf8Check.IsValid(behind) && (!escaped || Beside(behind, escaped, to, out _));
                hasBehind = true;
            }
            else
            {
                // Of another kind than it should be: rare enough for the ordinary parser.
                passed = !name.SequenceEqual("type"u8) && !name.SequenceEqual("href"u8) && walk.Skip();
            }

            if (!passed)
            {
                return false;
            }
        }

        return false;
    }

    private static bool AddLink(ReadOnlySpan<byte> raw, bool escaped, ExportMessage to, int mostLinks)
    {
        if (!Beside(raw, escaped, to, out var length))
        {
            return false;
        }

        to.LinkWritten(length, mostLinks);
        return true;
    }

    private static bool Append(ref JsonWalk walk, ExportMessage to)
    {
        if (!walk.String(out var raw, out var escaped))
        {
            return false;
        }

        var room = to.RoomForText(raw.Length);
        var length = Copy(raw, escaped, room);

        // The text is checked as a whole in the end. A piece that begins inside a character could mend the one before it.
        if (length < 0 || (length > 0 && (room[0] & 0xC0) == 0x80))
        {
            return false;
        }

        to.TextWritten(length);
        return true;
    }

    private static int Copy(ReadOnlySpan<byte> raw, bool escaped, Span<byte> into)
    {
        if (escaped)
        {
            return JsonEscapes.Undo(raw, into);
        }

        raw.CopyTo(into);
        return raw.Length;
    }
}
