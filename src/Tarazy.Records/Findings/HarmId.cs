using System.Text.Json.Serialization;
using Tarazy.Records.Ids;

namespace Tarazy.Records.Findings;

/// <summary>A kind of harm that a pack covers and a rule looks for, e.g. <c>mercenary-recruitment</c>.</summary>
[JsonConverter(typeof(IdJsonConverter<HarmId>))]
public readonly record struct HarmId(string Value) : IId<HarmId>
{
    public static HarmId From(string value) => new(value);

    public override string ToString() => Value;
}
