using System.Globalization;
using System.Text;

namespace Tarazy.Detect.Labels.Training;

/// <summary>The card in words, to lie beside the model.</summary>
internal static class CardText
{
    public static string Of(LabelCard card)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        Line($"# {card.Label}, version {card.Number}");
        Line($"");
        Line($"Model {card.Version}, made on {card.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC by {card.MadeBy}. It says how much a post is like those on which this desk");
        Line($"decided as {card.Label}. It decides nothing about a post, a channel or a person, and holds for no other desk.");
        Line($"");
        Line($"- Learnt from {card.Learnt} decided posts, {card.LearntPositives} of them positive, decided from {card.From.UtcDateTime:yyyy-MM-dd} to {card.UpTo.UtcDateTime:yyyy-MM-dd}.");
        Line($"- {card.Uncertain} posts on which readers did not agree were left out. Random posts among all answers: {card.Audit}.");
        Line($"- Agreement of two readers (kappa): {(card.Kappa is { } kappa ? kappa.ToString("0.00", CultureInfo.InvariantCulture) : "too few pairs to say")}.");
        Line($"- State: {card.Stage.ToString().ToLowerInvariant()}.");
        Line($"");
        Line($"## On the frozen set, from which no version has learnt");
        var contest = card.Contest;
        Line($"- {contest.Rows} posts, {contest.Positives} positive.");
        Line($"- Average precision {contest.Candidate:0.000}; {(card.AgainstVersion == 0 ? "a ranking by chance" : $"version {card.AgainstVersion}")}: {contest.Incumbent:0.000}.");
        Line($"- Margin {contest.Margin:+0.000;-0.000} ({contest.Low:+0.000;-0.000} to {contest.High:+0.000;-0.000} in nine of ten drawings of 1,000); better in {contest.WinShare:0.0%} of them, {Contest.WinsFrom:0%} are asked.");
        Line($"- {(contest.Wins ? "Won." : contest.CanJudge ? "Did not win; kept as a candidate." : $"Too few posts to judge ({Contest.FewestRows} with {Contest.FewestPositives} positive are asked); kept as a candidate.")}");
        Line($"- Of the first {card.Precision.All}: {card.Precision.Of} right ({card.Precision.Low:0.00} to {card.Precision.High:0.00}).");
        Line($"- Expected calibration error: {(card.Error is { } error ? error.ToString("0.0000", CultureInfo.InvariantCulture) : "cannot be told")}.");
        Line($"");
        Line($"## Harmless posts flagged, of those drawn at random");
        foreach (var benign in card.Benign)
        {
            Line($"- {benign.Language}: {benign.Flagged} of {benign.Posts} ({benign.PerThousand:0.0} per 1,000)");
        }

        return text.ToString();
    }
}
