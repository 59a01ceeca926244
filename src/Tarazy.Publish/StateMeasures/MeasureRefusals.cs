using System.Globalization;
using System.Text.Json;
using Tarazy.Policy.StateMeasures;
using Tarazy.Records.Outcomes;

namespace Tarazy.Publish.StateMeasures;

public sealed record NoSuchMeasure(string Id) : Refusal
{
    public override string Code => "no-such-measure";

    public override string Says => $"The register has no record {Id}.";

    public override IReadOnlyList<object> Facts => [Id];
}

public sealed record MeasureExists(string Id) : Refusal
{
    public override string Code => "measure-exists";

    public override string Says => $"The register has a record {Id} already. Revise that one, or choose another id.";

    public override IReadOnlyList<object> Facts => [Id];
}

public sealed record MeasureIdOdd(string Id, string Country) : Refusal
{
    public override string Code => "measure-id-odd";

    public override string Says => $"\"{Id}\" is no id of this register: it is the country, a hyphen and capital letters or digits, such as {Country}-2026-01.";

    public override IReadOnlyList<object> Facts => [Id, Country];
}

/// <summary>Somebody else wrote while this person was reading. Nothing was saved.</summary>
public sealed record MeasureMovedOn(int Expected, int Current) : Refusal
{
    public override string Code => "measure-moved-on";

    public override string Says => $"The record has moved on from version {Expected} to {Current} while you were writing. Nothing was saved, and your words are still in the form; look at what changed.";

    public override IReadOnlyList<object> Facts => [Expected, Current];
}

public sealed record NothingRevised : Refusal
{
    public override string Code => "nothing-revised";

    public override string Says => "The record says this already, so there is nothing to save.";
}

public sealed record MeasureReasonMissing(int Longest) : Refusal
{
    public override string Code => "measure-reason-missing";

    public override string Says => $"Say in at most {Longest.ToString(CultureInfo.InvariantCulture)} characters why; the public reads it beside the change.";

    public override IReadOnlyList<object> Facts => [Longest];
}

public sealed record MeasureTooLong(string Field, int Most) : Refusal
{
    public override string Code => "measure-too-long";

    public override string Says => $"{Field} is longer than {Most.ToString(CultureInfo.InvariantCulture)}.";

    public override IReadOnlyList<object> Facts => [Field, Most];
}

/// <summary>A record that contradicts itself, or that owes sources.</summary>
public sealed record MeasureFaulty(string Field, MeasureFault Fault) : Refusal
{
    public override string Code => "measure-faulty";

    public override string Says => $"{Field}: {JsonNamingPolicy.KebabCaseLower.ConvertName(Fault.ToString()).Replace('-', ' ')}.";

    public override IReadOnlyList<object> Facts => [Field, JsonNamingPolicy.KebabCaseLower.ConvertName(Fault.ToString())];
}
