using System.Text.Json.Serialization;
using Tarazy.Records.Ids;

namespace Tarazy.Records.Cases;

/// <summary>A case, derived from the finding or tip that opened it.</summary>
[JsonConverter(typeof(IdJsonConverter<CaseId>))]
public readonly record struct CaseId(string Value) : IId<CaseId>
{
    public static CaseId From(string value) => new(value);

    public override string ToString() => Value;
}
