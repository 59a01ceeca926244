using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Detect.Labels;

/// <summary>What the desk's people have decided, as labels are learnt from it. The host brings it from the stage where people decide.</summary>
public interface ILabelDecisions
{
    /// <summary>The harms of the packs, and the topics that the desk's admin has named.</summary>
    IReadOnlyList<string> Categories { get; }

    /// <summary>Every case on which a decision stands that nobody can take back any more, oldest first.</summary>
    Task<IReadOnlyList<LabelDecision>> AllAsync(CancellationToken cancel);

    /// <summary>The texts of those of the posts that are still here.</summary>
    Task<IReadOnlyDictionary<PostId, string>> TextsAsync(IReadOnlyCollection<PostId> posts, CancellationToken cancel);
}

/// <summary>What a person said of a post and a category.</summary>
public enum LabelAnswer
{
    Yes,
    No,

    /// <summary>Two readings came to different things, or nobody could tell. Nothing is learnt from it.</summary>
    Uncertain,
}

/// <summary>One decided case. Detection knows cases and people by their names only: it has nothing to do with either.</summary>
/// <param name="Finding">What opened the case; null when a person did.</param>
/// <param name="Opened">The harm under which it was opened.</param>
/// <param name="Named">The harm under which it was decided: a person may have named another.</param>
/// <param name="Second">What a second reader said who had not seen the first answer; null while nobody has.</param>
public sealed record LabelDecision(
    string Case,
    string Number,
    PostId Post,
    StoryId? Story,
    FindingId? Finding,
    string Language,
    HarmId Opened,
    HarmId Named,
    LabelAnswer Answer,
    string By,
    DateTimeOffset At,
    LabelAnswer? Second);
