using CsCheck;
using Tarazy.TransparencyLog.Proofs;
using Tarazy.TransparencyLog.Tiles;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.Tests.TransparencyLog;

public class ProofProperties
{
    private static readonly Digest[] Leaves = Trees.Leaves(700);

    private static readonly Gen<(int Size, int Index)> Place =
        from size in Gen.Int[1, 700] from index in Gen.Int[0, size - 1] select (size, index);

    private static readonly Gen<(int From, int To)> Growth =
        from to in Gen.Int[1, 700] from earlier in Gen.Int[1, to] select (earlier, to);

    [Fact]
    public void The_root_kept_while_growing_is_the_root_by_definition() => Gen.Int[0, 700].Sample(size =>
    {
        var edge = Frontier.Empty();
        for (var i = 0; i < size; i++)
        {
            edge.Append(Trees.Entry(i), (_, _) => { });
        }

        Assert.Equal(Trees.Naive(Leaves.AsSpan(0, size)), edge.Root());
    });

    [Fact]
    public void Every_entry_can_be_proved_and_no_other_place_or_leaf_or_changed_hash_passes() =>
        Gen.Select(Place, Gen.Int[0, 255], Gen.Int[0, 10_000]).Sample((place, bit, pick) =>
        {
            var root = Trees.Naive(Leaves.AsSpan(0, place.Size));
            var path = TreeHashes.InclusionPath(new Trees.Nodes(Leaves), place.Index, place.Size);
            var proof = new InclusionProof(place.Index, place.Size, path);
            Assert.True(proof.Check(Leaves[place.Index], root).Ok);

            Assert.False(proof.Check(Flip(Leaves[place.Index], bit), root).Ok);
            Assert.False(proof.Check(Leaves[place.Index], Flip(root, bit)).Ok);
            Assert.False((proof with { Index = place.Size }).Check(Leaves[place.Index], root).Ok);
            Assert.False((proof with { Path = [.. path, root] }).Check(Leaves[place.Index], root).Ok);
            var other = pick % place.Size;
            Assert.Equal(other == place.Index, (proof with { Index = other }).Check(Leaves[place.Index], root).Ok);
            if (path.Count > 0)
            {
                Assert.False((proof with { Path = Changed(path, pick, bit) }).Check(Leaves[place.Index], root).Ok);
                Assert.Equal(ProofFault.PathTooShort, (proof with { Path = path[..^1] }).Check(Leaves[place.Index], root).Fault);
            }
        });

    [Fact]
    public void Every_growth_can_be_proved_and_no_changed_root_or_hash_passes() =>
        Gen.Select(Growth, Gen.Int[0, 255], Gen.Int[0, 10_000]).Sample((growth, bit, pick) =>
        {
            var (old, now) = (Trees.Naive(Leaves.AsSpan(0, growth.From)), Trees.Naive(Leaves.AsSpan(0, growth.To)));
            var path = TreeHashes.ConsistencyPath(new Trees.Nodes(Leaves), growth.From, growth.To);
            var proof = new ConsistencyProof(growth.From, growth.To, path);
            Assert.True(proof.Check(old, now).Ok);

            Assert.False(proof.Check(Flip(old, bit), now).Ok);
            Assert.False(proof.Check(old, Flip(now, bit)).Ok);
            Assert.False((proof with { Path = [.. path, now] }).Check(old, now).Ok);
            Assert.False((proof with { From = growth.To + 1 }).Check(old, now).Ok);
            if (path.Count > 0)
            {
                Assert.False((proof with { Path = Changed(path, pick, bit) }).Check(old, now).Ok);
                Assert.False((proof with { Path = path[..^1] }).Check(old, now).Ok);
            }
        });

    [Fact]
    public void A_bundle_gives_back_its_entries_and_a_cut_one_gives_nothing() =>
        Gen.Byte.Array[0, 400].Array[1, 20].Sample(entries =>
        {
            var bundle = new List<byte>();
            foreach (var entry in entries)
            {
                EntryBundle.Append(bundle, entry);
            }

            var read = EntryBundle.Read(bundle.ToArray());
            Assert.NotNull(read);
            Assert.Equal(entries, read.Select(e => e.ToArray()));
            Assert.Null(EntryBundle.Read(bundle.ToArray().AsMemory(0, bundle.Count - 1)));
        });

    [Fact]
    public void An_entry_too_long_for_its_length_field_is_refused() =>
        Assert.Throws<ArgumentException>(() => EntryBundle.Append([], new byte[65_536]));

    private static Digest Flip(Digest hash, int bit)
    {
        var bytes = hash.ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return new Digest(bytes);
    }

    private static List<Digest> Changed(List<Digest> path, int pick, int bit)
    {
        var changed = path.ToList();
        changed[pick % changed.Count] = Flip(changed[pick % changed.Count], bit);
        return changed;
    }
}
