using System.Text.Json.Serialization;
using Tarazy.Records.Ids;

namespace Tarazy.Records.Posts;

/// <summary>A public channel on one source, e.g. <c>telegram:1591537674</c>, or <c>telegram:@steppe_news</c> while its number is unknown.</summary>
[JsonConverter(typeof(IdJsonConverter<ChannelId>))]
public readonly record struct ChannelId(string Value) : IId<ChannelId>
{
    public static ChannelId From(string value) => new(value);

    public override string ToString() => Value;
}
