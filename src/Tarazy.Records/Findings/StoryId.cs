using System.Text.Json.Serialization;
using Tarazy.Records.Ids;

namespace Tarazy.Records.Findings;

/// <summary>A story: posts that say nearly the same. Named after its first post.</summary>
[JsonConverter(typeof(IdJsonConverter<StoryId>))]
public readonly record struct StoryId(string Value) : IId<StoryId>
{
    public static StoryId From(string value) => new(value);

    public override string ToString() => Value;
}
