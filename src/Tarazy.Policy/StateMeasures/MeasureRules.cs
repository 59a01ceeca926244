using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;

namespace Tarazy.Policy.StateMeasures;

/// <summary>What must hold of every record, whether a file or a person wrote it.</summary>
public static class MeasureRules
{
    /// <summary>Everything in which a record contradicts itself; each fault names the field to mend.</summary>
    public static IReadOnlyList<(string Field, MeasureFault Fault)> Faults(StateMeasure measure)
    {
        var faults = new List<(string, MeasureFault)>();
        void When(bool wrong, string field, MeasureFault fault)
        {
            if (wrong)
            {
                faults.Add((field, fault));
            }
        }

        When(measure.DateEnd is { } end && end.Last < measure.Date.First, "date_end", MeasureFault.EndsBeforeItBegins);
        When(measure is { Amount: not null, Currency: null }, "currency", MeasureFault.AmountWithoutCurrency);
        When(measure is { Verified: HowChecked.Read, Sources.Count: 0 }, "sources", MeasureFault.ReadWithoutSource);
        When(measure is { Kind: StateMeasureKind.BlockOrderRevoked, Status: not StateMeasureStatus.Revoked }, "status", MeasureFault.RevokedOrderStands);
        When(measure is { UndoneBecause: not null, WasUndone: false }, "undone_because", MeasureFault.UndoneButStands);
        return faults;
    }

    /// <summary>What a person who writes a record owes beyond that: pages that anybody can read, and more of them where a block is held for certain.</summary>
    public static IReadOnlyList<(string Field, MeasureFault Fault)> Owed(StateMeasure measure)
    {
        var faults = new List<(string, MeasureFault)>(Faults(measure));
        if (measure.Sources.Count == 0 && faults.All(fault => fault.Item1 != "sources"))
        {
            faults.Add(("sources", MeasureFault.NoSource));
        }

        if (measure is { IsBlock: true, Confidence: Confidence.High, Sources.Count: 1 })
        {
            faults.Add(("confidence", MeasureFault.SecondSourceOwed));
        }
        else if (measure is { WantsMeasurement: true, Sources.Count: > 1 })
        {
            faults.Add(("confidence", MeasureFault.MeasurementOwed));
        }

        return faults;
    }
}

/// <summary>A way in which a record cannot stand.</summary>
public enum MeasureFault
{
    EndsBeforeItBegins,
    AmountWithoutCurrency,
    ReadWithoutSource,
    RevokedOrderStands,
    UndoneButStands,
    NoSource,

    /// <summary>A block held for certain on one source.</summary>
    SecondSourceOwed,

    /// <summary>A block held for certain that no measuring body saw.</summary>
    MeasurementOwed,

    // What a form can hold and a record cannot.
    Missing,
    NoDate,
    NoAmount,
    NoAddress,
    NoCountry,
    NoCurrency,
    NoSuchWord,
}
