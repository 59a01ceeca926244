using Tarazy.Detect.Labels.Sentiment;
using Tarazy.Server.Workbench.Cases;

namespace Tarazy.Server.Workbench.Channels;

/// <summary>What the desk knows of a channel, and how its posts are worded.</summary>
/// <param name="Lines">One a language that the desk has a model of sentiment for; empty where it has none.</param>
/// <param name="Most">Posts that were read at most, where there are more of them; null where all were read.</param>
public sealed record ChannelPageView(ChannelView Channel, IReadOnlyList<SentimentLine> Lines, int? Most = null);
