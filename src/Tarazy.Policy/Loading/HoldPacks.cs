using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;

namespace Tarazy.Policy.Loading;

/// <summary>A pack whose files were read without a fault, with the places to point at when it fails what follows.</summary>
internal sealed record ReadPackFiles(Pack Pack, Fields Main, IReadOnlyList<(Fields At, PackTest Test)> Tests);

/// <summary>
/// Holds packs to the pack above them and to their own tests. A pack that fails one is left out like one that cannot be read: its
/// author and its text say different things, and nobody can tell which of the two is the law.
/// </summary>
internal static class HoldPacks
{
    public static IReadOnlyList<Pack> Sound(IReadOnlyList<ReadPackFiles> read, List<PackFault> faults)
    {
        var sound = new List<Pack>();

        // Packs that others are part of come first, so that a fault above is known below.
        foreach (var files in read.OrderBy(f => f.Pack.PartOf is null ? 0 : 1))
        {
            var before = faults.Count;
            var above = Above(files, sound);
            if (faults.Count == before)
            {
                Tests(files, new Packs(above is null ? [files.Pack] : [files.Pack, above]));
            }

            if (faults.Count == before)
            {
                sound.Add(files.Pack);
            }
        }

        return [.. sound.OrderBy(p => p.Jurisdiction, StringComparer.Ordinal)];
    }

    private static Pack? Above(ReadPackFiles files, List<Pack> sound)
    {
        if (files.Pack.PartOf is not { } wanted)
        {
            return null;
        }

        if (sound.Find(p => p.Jurisdiction == wanted && p.PartOf is null) is not { } above)
        {
            files.Main.Fault("part_of", $"There is no sound pack \"{wanted}\" that is part of none.", "Mend that pack first, or take part_of out.");
            return null;
        }

        var outside = files.Pack.Territories.Except(above.Territories).ToList();
        if (outside.Count > 0)
        {
            files.Main.Fault("territories", $"The pack {wanted} does not reach {string.Join(", ", outside)}.", "Mend the codes, or take part_of out.");
        }

        return above;
    }

    private static void Tests(ReadPackFiles files, Packs law)
    {
        foreach (var ((at, test), answer) in files.Tests.Zip(HoldTests.Of(files.Pack, law)).Where(t => !t.Second.Held))
        {
            at.Fault(
                "expect",
                $"The test {test.Id} expects \"{Said(test.Because)}\", and the ladder says \"{Said(answer.Codes)}\".",
                "Mend the line that the test is about, or what the test expects.");
        }
    }

    private static string Said(IReadOnlyList<string> codes) => codes.Count == 0 ? "carried" : $"refused: {string.Join(", ", codes)}";
}
