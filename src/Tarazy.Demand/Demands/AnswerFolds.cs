using Tarazy.Records.Demands;
using Tarazy.Storage.Events;

namespace Tarazy.Demand.Demands;

/// <summary>What an answer and an objection to it make of a demand.</summary>
internal static class AnswerFolds
{
    public static DemandState Apply(DemandState state, Recorded<DemandEvent> recorded) => recorded.Event switch
    {
        DemandAnswered answered => state with
        {
            Status = DemandStatus.Answered,
            Proposed = null,
            Answer = answered,
            AnsweredSeq = recorded.Seq,
            AnsweredAt = recorded.At,
            HadAPart = [.. state.HadAPart, answered.By],
        },
        AnswerGiven given => state with { Status = DemandStatus.Given, Given = given, HadAPart = [.. state.HadAPart, given.By] },
        ObjectionOpened objection => state with { Objection = objection },

        // What fell stays in the log; the demand waits for an answer that is made anew.
        ObjectionDecided { Reversed: true } => state with
        {
            Status = DemandStatus.Open,
            Objection = null,
            Answer = null,
            AnsweredAt = null,
            Given = null,
            Basis = null,
        },
        ObjectionDecided => state with { Objection = null },
        _ => state,
    };
}
