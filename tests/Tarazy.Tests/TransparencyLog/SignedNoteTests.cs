using System.Text;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.Tests.TransparencyLog;

public class SignedNoteTests
{
    // The example of C2SP signed-note.md (C2SP/C2SP, CC BY 4.0).
    private const string ExampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private const string Example =
        "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    private static readonly VerifierKey Key = VerifierKey.Parse(ExampleKey).Required();

    [Fact]
    public void The_example_of_the_format_verifies_and_is_written_back_unchanged()
    {
        var note = Read(Example);
        Assert.True(note.IsSignedBy(Key));
        Assert.Equal(Example, note.ToString());
        Assert.Equal(ExampleKey, Key.ToString());
        Assert.Equal(0x530d903au, Key.KeyId);
    }

    [Fact]
    public void Signatures_of_unknown_keys_are_passed_over() =>
        Assert.True(Read(Example + "— witness.example AAAAAEFBQUE=\n").IsSignedBy(Key));

    [Fact]
    public void A_false_signature_under_the_known_key_spoils_the_note()
    {
        var line = Example[(Example.IndexOf('—', StringComparison.Ordinal))..];
        Assert.False(Read(Example + line.Replace("kn8s", "kn8t", StringComparison.Ordinal)).IsSignedBy(Key));
    }

    [Fact]
    public void A_changed_text_is_not_signed() =>
        Assert.False(Read(Example.Replace("an example", "no example", StringComparison.Ordinal)).IsSignedBy(Key));

    [Theory]
    [InlineData("no signatures\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n- name AAAAAEFBQUE=\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n— name AAAAAEFBQUE=")]
    [InlineData("te\txt\n\n— name AAAAAEFBQUE=\n")]
    public void A_damaged_note_says_why(string note) =>
        Assert.False(string.IsNullOrEmpty(SignedNote.Parse(Encoding.UTF8.GetBytes(note)).Why));

    [Theory]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("exa mple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("nothing")]
    public void A_damaged_key_says_why(string key) => Assert.False(string.IsNullOrEmpty(VerifierKey.Parse(key).Why));

    [Fact]
    public void A_private_key_comes_back_from_its_text()
    {
        using var made = SignerKey.Create("desk.example/log");
        using var read = SignerKey.Parse(made.Export()).Required();
        Assert.Equal(made.Verifier.ToString(), read.Verifier.ToString());
        Assert.True(read.Sign("words\n").IsSignedBy(made.Verifier));
    }

    [Theory]
    [InlineData("desk.example/log\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", true)]
    [InlineData("desk.example/log\n07\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("desk.example/log\n-7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("desk.example/log\n7\n47DEQpj8HBSa\n", false)]
    [InlineData("desk.example/log\n7\n", false)]
    [InlineData("desk.example/log\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nextension\n", true)]
    public void A_checkpoint_has_one_spelling(string text, bool good)
    {
        var read = Checkpoint.Parse(text);
        Assert.Equal(good, read.Ok);
        Assert.True(!good || read.Required().Text == text);
    }

    [Fact]
    public void A_key_vouches_only_for_the_log_that_it_is_named_after()
    {
        using var key = SignerKey.Create("desk.example/log");
        var foreign = new Checkpoint("other.example/log", 0, MerkleHash.Empty);
        Assert.False(SignedCheckpoint.Sign(foreign, key).IsSignedBy(key.Verifier));
    }

    private static SignedNote Read(string note) => SignedNote.Parse(Encoding.UTF8.GetBytes(note)).Required();
}
