using Tarazy.Ingest.Posts;
using Tarazy.Server.Commands;

namespace Tarazy.Tests.Server.Commands;

/// <summary>What <c>tarazy import</c> answers to a script.</summary>
public sealed class ImportAnswerTests
{
    [Theory]
    [InlineData("private-chat", true)]
    [InlineData("service-message", true)] // every real export has some
    [InlineData("truncated-file", false)]
    [InlineData("bad-channel-list", false)]
    public void What_is_left_out_by_design_is_no_fault_of_the_file(string code, bool whole) =>
        Assert.Equal(whole, ImportCommand.IsWhole(Summary(read: 3, code)));

    [Fact]
    public void An_import_that_read_nothing_did_not_do_what_was_asked() =>
        Assert.False(ImportCommand.IsWhole(Summary(read: 0, "private-chat")));

    [Fact]
    public void A_stopped_import_says_what_was_kept_and_how_to_go_on() =>
        Assert.Contains("holds 8000 posts", ImportCommand.Stopped(8000), StringComparison.Ordinal);

    private static ImportSummary Summary(long read, string code) =>
        new(read, read, 0, 0, new Dictionary<string, long> { [code] = 1 }, [], []);
}
