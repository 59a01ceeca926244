using Tarazy.Server.Commands.Evaluate;
using Tarazy.Server.Commands.Evaluate.Tasks;
using Tarazy.TestKit;

namespace Tarazy.Tests.Server.Evaluate;

public sealed class LanguageTaskTests : IDisposable
{
    private const string Kazakh = "Бүгін таңертең Алматыда жаңа метро станциясы ашылды";
    private const string Uzbek = "Бугун эрталаб Тошкентда янги мактаб очилди, ўқувчилар хурсанд бўлди";

    private readonly string _folder = Directory.CreateTempSubdirectory("tarazy-language-").FullName;

    [Theory]
    [InlineData("rows.jsonl", Kazakh, "kk")]
    [InlineData("flores-test.jsonl", Kazakh, "kaz_Cyrl")]
    [InlineData("udhr-test.jsonl", Kazakh, "kaz")]
    [InlineData("udhr-test.jsonl", Uzbek, "uzn_cyrl")]
    public void A_label_is_in_the_code_form_of_its_set(string file, string text, string label) =>
        Assert.Equal($$"""{"id":7,"label":"{{label}}"}""", Predict(file, $$"""{"id":7,"text":"{{text}}"}"""));

    [Fact]
    public void The_language_of_the_key_is_copied_and_not_believed() =>
        Assert.Equal("""{"id":"a","label":"kk","lang":"fr"}""", Predict("rows.jsonl", $$"""{"id":"a","lang":"fr","text":"{{Kazakh}}"}"""));

    [Fact]
    public void A_table_is_keyed_by_its_number_and_language() =>
        Assert.Equal("""{"id":"12","label":"kk","lang":"xx"}""", Predict("rows.tsv", $"xx\t12\t{Kazakh}"));

    [Fact]
    public void A_table_without_its_columns_is_refused_by_file_and_line() =>
        Assert.StartsWith("rows.tsv:1:", Assert.Throws<EvaluateRefusedException>(() => Predict("rows.tsv", Kazakh)).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Predict(string file, string line)
    {
        var path = Path.Combine(_folder, file);
        File.WriteAllText(path, line + "\n");
        using var to = new StringWriter();
        new LanguageTask().Predict(
            new PredictRequest([new FileInfo(path)], null, Repository.Root, new PredictionWriter(to), TextWriter.Null),
            TestContext.Current.CancellationToken);
        return to.ToString().TrimEnd('\n');
    }
}
