using Microsoft.Extensions.Localization;
using Tarazy.Records.Outcomes;

namespace Tarazy.Server.Web.Notes;

/// <summary>A refusal in the reader's language: what is wrong, and what would mend it.</summary>
public sealed record RefusalText(string Says, string? Do)
{
    public static RefusalText Of(Refusal refusal, IStringLocalizer<Refusals> texts)
    {
        object[] facts = [.. refusal.Facts];
        var says = texts[refusal.Code, facts];
        var mend = texts[$"{refusal.Code}.do", facts];
        return new(says.ResourceNotFound ? refusal.Says : says.Value, mend.ResourceNotFound ? null : mend.Value);
    }
}
