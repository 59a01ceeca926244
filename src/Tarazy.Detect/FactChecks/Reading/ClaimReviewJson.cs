using System.Text.Json;

namespace Tarazy.Detect.FactChecks.Reading;

/// <summary>
/// Finds schema.org ClaimReview in JSON-LD: one object, an array, an <c>@graph</c>, or a DataFeed of Data Commons. What
/// publishers really write is read: types as lists or with a prefix, ratings as text, authors as names, several reviews a page.
/// </summary>
internal static class ClaimReviewJson
{
    private const int MostDepth = 64;

    private static readonly JsonDocumentOptions Tolerant = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MostDepth,
    };

    /// <summary>Every ClaimReview of one JSON text.</summary>
    /// <param name="line">Line of the file at which the text begins.</param>
    public static IEnumerable<FactCheckItem> Read(ReadOnlyMemory<byte> json, string file, int line)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Tolerant);
        }
        catch (JsonException fault)
        {
            var at = line + (int)(fault.LineNumber ?? 0);
            return [new FactCheckItem.Refused(file, at, $"the JSON breaks off or is faulty at byte {fault.BytePositionInLine ?? 0} of this line")];
        }

        using (document)
        {
            var found = new List<FactCheckItem>();
            Walk(document.RootElement, new Place(json, file, line), found);
            return found;
        }
    }

    private static void Walk(JsonElement node, Place place, List<FactCheckItem> found)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Walk(item, place, found);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (Is(node, "ClaimReview"))
            {
                found.Add(Fields(node).At(place.File, place.LineOf(node)));
                return;
            }

            foreach (var name in (ReadOnlySpan<string>)["@graph", "dataFeedElement", "item", "review", "mainEntity", "itemListElement", "claimReview"])
            {
                if (node.TryGetProperty(name, out var inner))
                {
                    Walk(inner, place, found);
                }
            }
        }
    }

    private static FactCheckFields Fields(JsonElement review)
    {
        var rating = First(review, "reviewRating");
        var author = First(review, "author") is { ValueKind: not JsonValueKind.Undefined } named ? named : First(review, "publisher");
        var claim = First(review, "itemReviewed");
        var claimant = First(claim, "author");
        return new FactCheckFields
        {
            Claim = Text(review, "claimReviewed"),
            Title = Text(review, "name") ?? Text(review, "headline"),
            Rating = Text(rating, "alternateName"),
            RatingValue = Text(rating, "ratingValue"),
            BestRating = Text(rating, "bestRating"),
            WorstRating = Text(rating, "worstRating"),
            Publisher = Name(author) ?? Name(First(review, "publisher")),
            PublisherUrl = Text(author, "url"),
            Url = Text(review, "url") ?? Text(First(review, "mainEntityOfPage"), "@id"),
            PublishedOn = Text(review, "datePublished"),
            Language = Text(review, "inLanguage"),
            Claimant = Name(claimant),
            ClaimedOn = Text(claim, "datePublished"),
            Appearances = [.. Addresses(claim, "firstAppearance"), .. Addresses(claim, "appearance")],
        };
    }

    private static bool Is(JsonElement node, string type)
    {
        if (!node.TryGetProperty("@type", out var types))
        {
            return false;
        }

        return types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Any(Named) : Named(types);

        bool Named(JsonElement name) =>
            name.ValueKind == JsonValueKind.String && name.GetString()!.Split('/', ':')[^1] == type;
    }

    private static JsonElement First(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().FirstOrDefault() : value
            : default;

    private static string? Text(JsonElement node, string name)
    {
        var value = First(node, name);
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Object when value.TryGetProperty("@value", out var inner) => inner.ToString(),
            JsonValueKind.Object when name == "inLanguage" => Text(value, "alternateName") ?? Text(value, "name"),
            _ => null,
        };
    }

    private static string? Name(JsonElement who) => who.ValueKind == JsonValueKind.String ? who.GetString() : Text(who, "name");

    private static IEnumerable<string> Addresses(JsonElement claim, string name)
    {
        if (claim.ValueKind != JsonValueKind.Object || !claim.TryGetProperty(name, out var value))
        {
            return [];
        }

        return (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().AsEnumerable() : [value])
            .Select(v => v.ValueKind == JsonValueKind.String ? v.GetString() : Text(v, "url")).OfType<string>();
    }

    /// <summary>Where in the file a record begins, by counting the line ends before it.</summary>
    private sealed class Place(ReadOnlyMemory<byte> json, string file, int line)
    {
        private int _at;
        private int _line = line;

        public string File => file;

        public int LineOf(JsonElement node)
        {
            // Elements are met in the order of the text, so the search goes on where the last record was found.
            var raw = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(node);
            var found = json.Span[_at..].IndexOf(raw);
            if (found >= 0)
            {
                _line += json.Span.Slice(_at, found).Count((byte)'\n');
                _at += found;
            }

            return _line;
        }
    }
}
