using System.Text.RegularExpressions;
using Tarazy.Detect.Labels.Sentiment;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;
using Tarazy.TestKit;

namespace Tarazy.Tests.Promises;

/// <summary>1. No verdict by machine, of sentiment: it is shown to a person on one page, and nothing that finds, ranks or decides can ask for it.</summary>
public class SentimentTests
{
    private static readonly Type[] Sentiment = [.. typeof(SentimentDesk).Assembly.GetTypes().Where(type => type.Namespace == typeof(SentimentDesk).Namespace && !type.Name.StartsWith('<') && !type.IsNested)];

    /// <summary>Where a type of it may be named: itself, where it is put together, the page that shows it, the command that makes it.</summary>
    private static readonly string[] Allowed =
    [
        "src/Tarazy.Detect/Labels/Sentiment/", "src/Tarazy.Detect/Labels/LabelSetup.cs", "src/Tarazy.Server/Workbench/Channels/",
        "src/Tarazy.Server/Commands/Train/Labels/TrainSentiment.cs",
    ];

    [Fact]
    public void No_rule_finding_queue_case_notice_or_page_of_a_decision_knows_of_sentiment()
    {
        Assert.True(Sentiment.Length >= 8, $"only {Sentiment.Length} types of sentiment were found");
        var named = new Regex($@"\b({string.Join('|', Sentiment.Select(type => type.Name).Append(@"Labels\.Sentiment"))})\b", RegexOptions.None, TimeSpan.FromSeconds(5));
        var knows = Directory.EnumerateFiles(Repository.Path("src"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains("/obj/", StringComparison.Ordinal) && named.IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Repository.Root, file)).ToList();
        Assert.All(Allowed, place => Assert.Contains(knows, file => file.StartsWith(place, StringComparison.Ordinal)));
        Assert.DoesNotContain(knows, file => !Array.Exists(Allowed, place => file.StartsWith(place, StringComparison.Ordinal)));
    }

    [Fact]
    public void Sentiment_is_no_step_of_the_flow_no_feed_and_no_table()
    {
        Assert.DoesNotContain(Sentiment, type => type.GetInterfaces().Any(known => known == typeof(IStageStep) || known == typeof(IDeskPart)
            || (known.IsGenericType && known.GetGenericTypeDefinition() == typeof(IFeed<>))));
        var held = Sentiment.SelectMany(type => type.GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
            .SelectMany(made => made.GetParameters()).Select(given => given.ParameterType.Assembly.GetName().Name);
        Assert.DoesNotContain(held, assembly => assembly is "Tarazy.Storage" or "Microsoft.EntityFrameworkCore");
    }

    [Fact]
    public void Nothing_can_be_done_on_the_page_that_shows_it()
    {
        var page = Directory.EnumerateFiles(Repository.Path("src", "Tarazy.Server", "Workbench", "Channels")).ToDictionary(file => file, File.ReadAllText);
        Assert.NotEmpty(page);
        Assert.All(page, file => Assert.DoesNotMatch("MapPost|<form|<button", file.Value));
    }
}
