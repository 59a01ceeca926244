using System.Text.Json;
using Tarazy.Analysis.Claims;

namespace Tarazy.Server.Commands.Evaluate.Tasks;

/// <param name="Relevant">Places in the index; empty when the row does not say or the claim is not there.</param>
internal sealed record ClaimQuery(string Text, IReadOnlyCollection<int> Relevant);

/// <summary>The verified claims of a data set and the index over them.</summary>
internal sealed class ClaimsData
{
    private static readonly string[] Endings = [".jsonl", ".jsonl.gz"];

    private readonly Dictionary<string, int> _places;

    private ClaimsData(IReadOnlyList<JsonElement> ids, ClaimIndex index)
    {
        Ids = ids;
        Index = index;
        _places = ids.Select((id, place) => (id, place)).ToDictionary(x => x.id.ToString(), x => x.place);
    }

    /// <summary>As the file writes them, by place in the index.</summary>
    public IReadOnlyList<JsonElement> Ids { get; }

    public ClaimIndex Index { get; }

    /// <exception cref="EvaluateRefusedException">The folder has no verified claims.</exception>
    public static ClaimsData Read(string folder)
    {
        var rows = DataRows.Read(Find(folder, "verified_claims")).ToList();
        return new ClaimsData(
            [.. rows.Select(r => r.Key)],
            ClaimIndex.Build([.. rows.Select(r => new ClaimDocument(r.Text("claim"), r.Optional("title")))]));
    }

    public IReadOnlyList<ClaimQuery> Queries(string folder, string part) =>
    [
        .. DataRows.Read(Find(folder, part)).Select(row => new ClaimQuery(
            row.Text("text"), [.. row.Texts("relevant").Where(_places.ContainsKey).Select(id => _places[id])])),
    ];

    private static string Find(string folder, string name) =>
        Endings.Select(ending => Path.Combine(folder, name + ending)).FirstOrDefault(File.Exists)
        ?? throw new EvaluateRefusedException($"{folder} has no {name}.jsonl; nothing was written.");
}
