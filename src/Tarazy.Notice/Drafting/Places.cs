using System.Globalization;
using System.Text;
using Tarazy.Policy.Law;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;

namespace Tarazy.Notice.Drafting;

/// <summary>The values of a letter's places, and which of them turned out blank.</summary>
internal sealed class Places(IReadOnlyDictionary<string, string?> values)
{
    private readonly SortedSet<string> _blank = new(StringComparer.Ordinal);

    public IEnumerable<Refusal> Blank => _blank.Select(p => new BlankPlace(p, Mend(p)));

    public string Fill(string text, IReadOnlyDictionary<string, string?>? more = null) => Template.Fill(text, place =>
    {
        var value = more is not null && more.TryGetValue(place, out var own) ? own : values.GetValueOrDefault(place);
        if (string.IsNullOrWhiteSpace(value))
        {
            _blank.Add(place);
            return "";
        }

        return Clean(value);
    });

    /// <summary>One item for each post, quotes set off line by line.</summary>
    public static Dictionary<string, string?> OfItem(NoticedPost post, int number) => new(StringComparer.Ordinal)
    {
        ["item_number"] = number.ToString(CultureInfo.InvariantCulture),
        ["item_url"] = post.Url,
        ["item_message"] = PublicAddress.MessageOf(post.Post),
        ["item_posted_at"] = Moment(post.PostedAt),
        ["item_hash"] = post.ContentHash,
        ["item_language"] = post.Language,
        ["item_quote"] = string.IsNullOrWhiteSpace(post.Quote) ? null : "> " + post.Quote.Trim().ReplaceLineEndings("\n").Replace("\n", "\n> ", StringComparison.Ordinal),
    };

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A value from outside must neither break a line of the subject nor turn the letter's reading order round.
    private static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        foreach (var c in value.Trim().ReplaceLineEndings("\n"))
        {
            if (c is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                continue;
            }

            clean.Append(char.IsControl(c) && c != '\n' ? ' ' : c);
        }

        return clean.ToString();
    }

    private static string Mend(string place) => place switch
    {
        "ends_on" => "Name the end date in the decision.",
        "territory" => "Name the country in the decision.",
        "clause" or "clause_text" => "Name a clause of the pack in the decision.",
        "channel_handle" => "Type the channel's handle on its page.",
        "channel_reasons" => "Say in the decision why one post is not enough.",
        "notifier_name" or "notifier_email" => "Fill in who sends notices in the desk's settings.",
        "appeal_link" or "register_link" => "Set the desk's public address.",
        "legality" or "aim_reason" or "necessity" or "why_not_milder" => "Answer the three-part test.",
        "item_quote" => "Quote the words that the notice is about.",
        _ => "Fill it in before the letter is made.",
    };
}
