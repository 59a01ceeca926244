namespace Tarazy.Analysis.Rules.Find;

/// <summary>Judges the parts of an expression that ask where a post stands and not what it says.</summary>
internal static class FindFilter
{
    /// <summary>Null when the part is no filter.</summary>
    public static Truth? Of(FindNode node, in PostPlace place) => node switch
    {
        FindNode.InLanguages { Codes: var codes } => place.Language is null ? Truth.Unknown : Array.IndexOf(codes, place.Language) >= 0 ? Truth.Yes : Truth.No,
        FindNode.InChannels { Channels: var channels } => place.Channel is null ? Truth.Unknown : channels.Contains(place.Channel) ? Truth.Yes : Truth.No,
        FindNode.Reached { Above: var above } => place.Audience is not { } reached ? Truth.Unknown : reached > above ? Truth.Yes : Truth.No,
        _ => null,
    };
}
