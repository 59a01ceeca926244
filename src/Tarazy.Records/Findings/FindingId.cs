using System.Text.Json.Serialization;
using Tarazy.Records.Ids;

namespace Tarazy.Records.Findings;

/// <summary>A finding: the hash of its post, its rule and the version of the rule, so that looking twice finds it once.</summary>
[JsonConverter(typeof(IdJsonConverter<FindingId>))]
public readonly record struct FindingId(string Value) : IId<FindingId>
{
    public static FindingId From(string value) => new(value);

    public override string ToString() => Value;
}
