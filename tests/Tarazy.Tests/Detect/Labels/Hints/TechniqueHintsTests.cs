using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Tarazy.Analysis.Labels.Spans;
using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Hints;
using Tarazy.Server.Commands.Train.Labels;

namespace Tarazy.Tests.Detect.Labels.Hints;

/// <summary>Hints by a model that a desk has made from invented posts.</summary>
public sealed class TechniqueHintsTests : IDisposable
{
    private const string Text = "Подлые предатели снова врут нам. Завтра в районе отключат воду, сообщил акимат, с девяти до шести вечера на трёх улицах.";

    private static readonly string[] Loaded = ["Подлые предатели снова врут народу", "Эти мерзкие трусы продали нас", "Кровавые палачи и их жалкие слуги", "Позорное сборище лжецов и воров"];
    private static readonly string[] Cliches = ["Всё не так однозначно, правды мы не узнаем", "Что есть, то есть, жизнь так устроена", "Где вы были восемь лет, время покажет"];
    private static readonly string[] News = ["Завтра отключат воду, сообщил акимат", "Открыли новую школу в посёлке", "Матч перенесли на субботу", "Выставка ковров продлится неделю"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-hints-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void There_are_no_hints_without_a_model() => Assert.Null(Open().Of(Text, "ru"));

    [Fact]
    public void A_hint_names_the_technique_with_its_chance_and_the_weak_ones_stay_hidden_until_they_are_asked_for()
    {
        Train();
        var hint = Open().Of($"{Loaded[0]}, номер 7001 в списке.", "ru");
        Assert.Equal("loaded_language", hint?.Techniques[0].Name);
        Assert.InRange(hint!.Techniques[0].Chance!.Value, 1.0 / 3, 1);
        Assert.Null(Open().Of($"{News[0]}, номер 7001 в списке.", "ru"));

        var cliche = $"{Cliches[0]}, номер 7001 в списке.";
        Assert.DoesNotContain(Open().Of(cliche, "ru")?.Techniques ?? [], one => one.Name == "cliche");
        Assert.Contains(Open(weak: true).Of(cliche, "ru")!.Techniques, one => one.Name == "cliche");
    }

    [Fact]
    public void Passages_of_one_or_two_words_are_left_out()
    {
        var hint = Hint((0, 6), (0, 16), (0, 32), (33, 39));
        Assert.False(hint.Everywhere);
        var passage = Assert.Single(hint.Passages);
        Assert.Equal((0, 32), (passage.Start, passage.Length));
    }

    [Fact]
    public void Where_most_of_a_text_would_be_marked_nothing_is()
    {
        var hint = Hint((0, 80));
        Assert.True(hint.Everywhere);
        Assert.Empty(hint.Passages);
        Assert.Single(Hint((0, 70)).Passages);
    }

    private static TechniqueHint Hint(params (int Start, int End)[] marked) =>
        TechniqueHints.Hint([new HintedTechnique("fud", 0.5)], [.. marked.Select(one => new TextSpan(one.Start, one.End))], Text, "0a1b2c3d4e5f");

    private TechniqueHints Open(bool weak = false) =>
        new(new LabelOptions { Folder = Path.Combine(_folder.FullName, "models"), WeakTechniques = weak }, NullLogger<TechniqueHints>.Instance);

    private void Train()
    {
        var set = Directory.CreateDirectory(Path.Combine(_folder.FullName, "invented-posts"));
        var rows = Enumerable.Range(0, 50).SelectMany(i => new[] { Row(Loaded, "loaded_language", i), Row(Cliches, "cliche", i), Row(News, null, i), Row(News, null, i + 1_000) });
        File.WriteAllLines(Path.Combine(set.FullName, "dev.jsonl"), rows);
        var said = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(0, new RootCommand { TrainTechniques.Create() }.Parse(["techniques", "--from", set.FullName, "--data", _folder.FullName])
            .Invoke(new InvocationConfiguration { Output = said, Error = said }));
    }

    private static string Row(string[] texts, string? technique, int i)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{texts[i % texts.Length]}, номер {i} в списке.");
        string[] techniques = technique is null ? [] : [technique];
        int[][] spans = technique is null ? [] : [[0, texts[i % texts.Length].Length]];
        return JsonSerializer.Serialize(new { id = i, text, techniques, spans, manipulative = technique is not null });
    }
}
