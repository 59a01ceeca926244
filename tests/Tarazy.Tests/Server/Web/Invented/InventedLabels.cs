using Tarazy.Analysis.Labels;
using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Standing;
using Tarazy.Detect.Labels.Training;
using Tarazy.Records.Findings;
using Tarazy.Server.Workbench.Labels;

namespace Tarazy.Tests.Server.Web.Invented;

/// <summary>Invented labels in every state.</summary>
internal static class InventedLabels
{
    private static readonly DateTimeOffset Now = PagesHost.Now;

    public static LabelsView Labels(string? state) => state == "empty" ? new LabelsView([], 0, []) : new LabelsView(
        [Cold(), Warming(), Calibrated(), new LabelStanding("threat", new LabelCounts(0, 0, 0, null), 0, 0, null, 0, [], [], [])],
        3,
        state == "refused" ? [new ReadersDisagree("extortion", 0.41)] : [],
        state == "refused" ? "extortion" : null,
        state == "lost" ? Card(3, Lost) : null);

    public static SecondView Second(string? state)
    {
        var post = InventedPost.At(Now);
        return state == "empty" ? new SecondView(null, null, 0, []) : new SecondView(
            new LabelDecision("case:1", "C-2026-1101", post.Id, null, null, "ru", new HarmId("extortion"), new HarmId("extortion"), LabelAnswer.No, "R-03", Now, null),
            post, 3, []);
    }

    public static IReadOnlyList<LabelSays> Says(string text) =>
        [new LabelSays("mercenary-recruitment", 2, "5f21c0a9d3b7", LabelStage.Calibrated, true, 98, new Share(41, 50), 0.74, [new Evidence("label", 0, Math.Min(8, text.Length))])];

    private static Contest Won => new(84, 21, 0.872, 0.655, 0.101, 0.322, 0.998);

    private static Contest Lost => new(84, 21, 0.861, 0.872, -0.060, 0.041, 0.381);

    private static LabelStanding Cold() => new("extortion", new LabelCounts(12, 140, 60, null), 2, 11, 0.41, 0, [], [], []);

    private static LabelStanding Warming() => new(
        "drugs", new LabelCounts(38, 310, 90, 0.031), 4, 6, null, 1, [new LabelVersion(1, "9a40c2117bd0", Won, true, Card(1, Won))],
        [new LabelStep(Now.AddDays(-3), "R-09", 1, "", false)], [new WeekPrecision(new DateOnly(2026, 11, 16), new Share(14, 20)), new WeekPrecision(new DateOnly(2026, 11, 9), new Share(11, 20))]);

    private static LabelStanding Calibrated() => new(
        "mercenary-recruitment", new LabelCounts(96, 1_240, 210, 0.009), 7, 34, 0.83, 2,
        [new LabelVersion(3, "11b2c3d4e5f6", Lost, false, Card(3, Lost)), new LabelVersion(2, "5f21c0a9d3b7", Won, true, Card(2, Won)), new LabelVersion(1, "0d0e0f101112", Won, true, null)],
        [new LabelStep(Now.AddDays(-2), "R-09", 2, "", false), new LabelStep(Now.AddDays(-9), "R-09", 0, "It flagged reports from courts.", true)],
        [new WeekPrecision(new DateOnly(2026, 11, 16), new Share(41, 50))]);

    private static LabelCard Card(int number, Contest contest) => new(
        "mercenary-recruitment", number, "5f21c0a9d3b7", Now.AddDays(-number), "R-09", 402, 75, 210, 7, Now.AddDays(-90), Now.AddDays(-2), LabelStage.Calibrated, 0.83, contest,
        number - 1, 0.2f, new Calibration(-3, 1), 0.009, [], [new BenignFlags("kk", 80, 0), new BenignFlags("ru", 124, 1)], new Share(17, 21));
}
