using System.Text.Json.Serialization;
using Tarazy.Records.Ids;

namespace Tarazy.Records.Notices;

/// <summary>A notice, derived from its case and the decision it carries out: the same decision cannot make two.</summary>
[JsonConverter(typeof(IdJsonConverter<NoticeId>))]
public readonly record struct NoticeId(string Value) : IId<NoticeId>
{
    public static NoticeId From(string value) => new(value);

    public override string ToString() => Value;
}
