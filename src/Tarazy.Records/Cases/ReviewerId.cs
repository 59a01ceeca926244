using System.Text.Json.Serialization;
using Tarazy.Records.Ids;

namespace Tarazy.Records.Cases;

/// <summary>A person at the desk by the alias they work under, e.g. <c>R-07</c>. Who that is stays in the accounts.</summary>
[JsonConverter(typeof(IdJsonConverter<ReviewerId>))]
public readonly record struct ReviewerId(string Value) : IId<ReviewerId>
{
    public static ReviewerId From(string value) => new(value);

    public override string ToString() => Value;
}
