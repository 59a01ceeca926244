using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Outcomes;

namespace Tarazy.Tests.Server.Web;

/// <summary>Every "no" has a code of its own and a sentence in the reader's language.</summary>
public partial class RefusalSentenceTests
{
    // IngestRefusal carries its code from the reader that made it and is shown in the import's own report.
    private static readonly IReadOnlyList<Type> Types =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "?arazy*.dll")
            .Where(f => Path.GetFileName(f) is not ("Tarazy.Tests.dll" or "Tarazy.TestKit.dll"))
            .Select(f => Assembly.Load(Path.GetFileNameWithoutExtension(f)))
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract && t != typeof(IngestRefusal))
            .OrderBy(t => t.FullName, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Names => [.. Types.Select(t => t.FullName!)];

    [Fact]
    public void There_are_refusals_of_every_stage_and_of_the_host() =>
        Assert.Superset(
            new HashSet<string> { "Tarazy.Policy", "Tarazy.Review", "Tarazy.Notice", "Tarazy.Demand", "Tarazy.Publish", "tarazy" },
            Types.Select(t => t.Assembly.GetName().Name!).ToHashSet());

    [Fact]
    public void No_two_refusals_share_a_code() =>
        Assert.Empty(Types.GroupBy(t => Make(t).Code).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g)}"));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_refusal_says_a_sentence_under_a_code_in_kebab_case(string name)
    {
        var refusal = Make(Types.Single(t => t.FullName == name));
        Assert.Matches(KebabCase(), refusal.Code);
        Assert.Matches(@"^.{10,}[.…]$", refusal.Says.Trim());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_refusal_has_its_sentence_in_three_languages_and_fills_every_place(string name)
    {
        var refusal = Make(Types.Single(t => t.FullName == name));
        foreach (var (language, texts) in Resx.Read("Web/Refusals"))
        {
            Assert.True(texts.TryGetValue(refusal.Code, out var sentence), $"{refusal.Code} has no sentence in {language}");
            foreach (var text in new[] { sentence, texts.GetValueOrDefault($"{refusal.Code}.do") }.OfType<string>())
            {
                Assert.DoesNotContain(Resx.Places(text), place => place >= refusal.Facts.Count);
                Assert.NotEmpty(string.Format(CultureInfo.InvariantCulture, text, [.. refusal.Facts]));
            }
        }
    }

    [Fact]
    public void No_sentence_is_kept_for_a_refusal_that_is_gone()
    {
        var codes = Types.Select(t => Make(t).Code).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Resx.Read("Web/Refusals")["en"].Keys, k => !k.StartsWith("fact.", StringComparison.Ordinal) && !codes.Contains(k.EndsWith(".do", StringComparison.Ordinal) ? k[..^3] : k));
    }

    private static Refusal Make(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(c => !(c.GetParameters() is [var only] && only.ParameterType == type))
            .OrderByDescending(c => c.GetParameters().Length).First();
        return (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType))]);
    }

    private static object? Value(Type type) => type switch
    {
        _ when type == typeof(string) => "words.",
        _ when type == typeof(DateOnly) => new DateOnly(2026, 11, 23),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero),
        { IsValueType: true } when type.GetConstructor([typeof(string)]) is { } id => id.Invoke(["words"]),
        { IsValueType: true } => Activator.CreateInstance(type),
        _ when type.IsAssignableTo(typeof(IEnumerable)) && type.IsGenericType => Array.CreateInstance(type.GetGenericArguments()[0], 0),
        _ => null,
    };

    [GeneratedRegex("^[a-z0-9]+(?:-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
