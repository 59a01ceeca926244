using System.Text.Json.Serialization;
using Tarazy.Records.Ids;

namespace Tarazy.Records.Demands;

/// <summary>A demand, derived from who made it, what it asks and the day it came: typed in twice it is one.</summary>
[JsonConverter(typeof(IdJsonConverter<DemandId>))]
public readonly record struct DemandId(string Value) : IId<DemandId>
{
    public static DemandId From(string value) => new(value);

    public override string ToString() => Value;
}
