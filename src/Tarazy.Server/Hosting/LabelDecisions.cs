using Tarazy.Detect.Labels;
using Tarazy.Ingest.Posts;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Notices;
using Tarazy.Records.Posts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Server.Hosting;

/// <summary>
/// Lets Detect learn from what people decided in Review, and unlearn what an appeal or the desk itself took back in Notice. The events
/// of both are read once and then from where it stopped.
/// </summary>
internal sealed class LabelDecisions(
    IFeed<Recorded<CaseEvent>> cases, IFeed<Recorded<NoticeEvent>> notices, PostArchive archive, Packs law, LabelOptions options, TimeProvider clock) : ILabelDecisions, IDisposable
{
    private const int Batch = 2_000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<CaseId, DecidedCase> _cases = [];
    private readonly Dictionary<NoticeId, CaseId> _noticed = [];
    private IReadOnlyList<LabelDecision> _decisions = [];
    private DateTimeOffset _next = DateTimeOffset.MaxValue;
    private long _seq;
    private long _noticeSeq;

    public IReadOnlyList<string> Categories { get; } =
        [.. law.All.SelectMany(pack => pack.Harms.Select(harm => harm.Id.Value)).Concat(options.Topics.Where(IsName)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<LabelDecision>> AllAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var read = await CatchUpAsync(cancel) | await CatchUpWithNoticesAsync(cancel);
            var now = clock.GetUtcNow();
            if (read || _next <= now)
            {
                _decisions = [.. _cases.Values.Select(one => one.At(now)).OfType<LabelDecision>().OrderBy(one => one.At)];
                _next = _cases.Values.Min(one => one.StandsFrom > now ? one.StandsFrom : (DateTimeOffset?)null) ?? DateTimeOffset.MaxValue;
            }

            return _decisions;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<IReadOnlyDictionary<PostId, string>> TextsAsync(IReadOnlyCollection<PostId> posts, CancellationToken cancel) =>
        (await archive.FindAsync(posts, cancel)).ToDictionary(post => post.Id, post => post.Text);

    public void Dispose() => _gate.Dispose();

    private async Task<bool> CatchUpAsync(CancellationToken cancel)
    {
        var any = false;
        for (var more = true; more;)
        {
            var batch = await cases.ReadAfterAsync(_seq, Batch, cancel);
            foreach (var (seq, recorded) in batch)
            {
                _seq = seq;
                if (recorded.Event is CaseOpened opened)
                {
                    _cases[opened.Case] = new DecidedCase(opened);
                }
                else if (_cases.TryGetValue(recorded.Event.Case, out var known))
                {
                    known.Apply(recorded);
                }
            }

            any |= batch.Count > 0;
            more = batch.Count == Batch;
        }

        return any;
    }

    /// <summary>Cases were read before, so every notice that is read here belongs to one that is known.</summary>
    private async Task<bool> CatchUpWithNoticesAsync(CancellationToken cancel)
    {
        var any = false;
        for (var more = true; more;)
        {
            var batch = await notices.ReadAfterAsync(_noticeSeq, Batch, cancel);
            foreach (var (seq, recorded) in batch)
            {
                _noticeSeq = seq;
                if (recorded.Event is NoticeDrafted drafted)
                {
                    _noticed[drafted.Notice] = drafted.Case;
                }
                else if (recorded.Event is AppealDecided { Reversed: true } or NoticeWithdrawn
                    && _noticed.TryGetValue(recorded.Event.Notice, out var of) && _cases.TryGetValue(of, out var known))
                {
                    known.TakeBack(recorded.At);
                }
            }

            any |= batch.Count > 0;
            more = batch.Count == Batch;
        }

        return any;
    }

    private static bool IsName(string topic) =>
        topic is { Length: > 0 and <= 48 } && topic.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-');

    /// <summary>What a case's events say to a label.</summary>
    private sealed class DecidedCase(CaseOpened opened)
    {
        private HarmId _harm = opened.Harm;
        private LabelAnswer? _answer;
        private LabelAnswer? _second;
        private ReviewerId _by;
        private DateTimeOffset _at;

        /// <summary>From then on nobody can take the decision back.</summary>
        public DateTimeOffset StandsFrom { get; private set; }

        public void Apply(Recorded<CaseEvent> recorded)
        {
            switch (recorded.Event)
            {
                case HarmNamed named:
                    _harm = named.Harm;
                    break;
                case DecisionMade made:
                    (_by, _at, StandsFrom) = (made.By, recorded.At, made.UndoUntil);

                    // A restriction is decided when two people came to it; until then it says nothing.
                    _answer = made.Decision.Measure.Restricts() ? null : AnswerOf(made.Decision.Measure);
                    break;
                case SecondReaderAgreed:
                    (_answer, _second) = (LabelAnswer.Yes, LabelAnswer.Yes);
                    break;
                case SecondReaderDiffered differed:
                    (_answer, _second) = (LabelAnswer.Uncertain, AnswerOf(differed.Measure));
                    break;
                case DecisionUndone or CaseReopened:
                    _answer = null;
                    break;
            }
        }

        /// <summary>Two people said yes and a third that it does not stand: nobody can say what such a post teaches.</summary>
        public void TakeBack(DateTimeOffset at)
        {
            // A case that was opened again is decided anew, and that decision stands.
            if (_answer is not null && _at <= at)
            {
                _answer = LabelAnswer.Uncertain;
            }
        }

        public LabelDecision? At(DateTimeOffset now) => _answer is { } answer && StandsFrom <= now
            ? new LabelDecision(
                opened.Case.Value, opened.Number, opened.Post, opened.Story, opened.Finding, opened.Language, opened.Harm, _harm, answer, _by.Value, _at, _second)
            : null;

        private static LabelAnswer AnswerOf(Measure measure) => measure == Measure.LeaveAlone ? LabelAnswer.No : LabelAnswer.Yes;
    }
}
