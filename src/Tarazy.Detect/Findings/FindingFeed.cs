using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tarazy.Records.Canonical;
using Tarazy.Records.Findings;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Findings;

/// <summary>Findings in the order they were made, those of shadow rules too; the next stage leaves these aside.</summary>
internal sealed class FindingFeed(IDbContextFactory<DeskContext> contexts) : IFeed<Finding>
{
    public async Task<IReadOnlyList<Numbered<Finding>>> ReadAfterAsync(long after, int most, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<FindingRow>().AsNoTracking()
            .Where(f => f.Seq > after).OrderBy(f => f.Seq).Take(most)
            .Select(f => new { f.Seq, f.Payload })
            .ToListAsync(cancel);
        return [.. rows.Select(f => new Numbered<Finding>(f.Seq, Read(f.Payload)))];
    }

    public static Finding Read(string payload) =>
        JsonSerializer.Deserialize<Finding>(payload, DeskJson.Options) ?? throw new InvalidDataException("A stored finding is null.");

    public static FindingRow Row(Finding finding, string story) => new()
    {
        Id = finding.Id.Value,
        Post = finding.Post.Value,
        Channel = finding.Channel.Value,
        Story = story,
        Rule = finding.Rule,
        Shadow = finding.Shadow,
        At = finding.At,
        Payload = JsonSerializer.Serialize(finding, DeskJson.Options),
    };
}
