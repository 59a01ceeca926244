using System.CommandLine;
using Tarazy.Analysis.Similarity.Retellings;
using Tarazy.Server.Commands.Evaluate;
using Tarazy.Server.Commands.Evaluate.Tasks;

namespace Tarazy.Server.Commands.Train.SameStory;

/// <summary><c>tarazy train same-story</c>: makes the shipped model of retellings from the two sets that it is made of.</summary>
internal static class TrainSameStory
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "Folder with samestory-pairs and coordination-telegram-news-ru" };
        var output = new Option<DirectoryInfo>("--out") { Required = true, Description = "Folder that holds models/; models/same-story is written there" };
        var command = new Command("same-story", "Make the model that says whether two posts tell the same in other words.") { data, output };
        command.SetAction(parsed => Run(parsed.GetValue(data)!.FullName, parsed.GetValue(output)!.FullName, parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <summary>How rare words are, counted in the posts of real channels.</summary>
    internal static WordRarity Rarity(string posts) => WordRarity.Learn(DataRows.Read(posts).Select(row => row.Text("text")));

    private static int Run(string data, string output, TextWriter to)
    {
        try
        {
            var model = RetellingTrainer.Train(Rarity(Path.Combine(data, NearDuplicatesTask.Set, NearDuplicatesTask.Posts)), SameStoryTask.Labelled([Path.Combine(data, SameStoryTask.Set, SameStoryTask.Pairs)]));
            model.Save(output);
            to.WriteLine($"{RetellingModel.File} and {RetellingModel.RarityFile} are in {output}.");
            return 0;
        }
        catch (Exception fault) when (fault is EvaluateRefusedException or IOException)
        {
            Console.Error.WriteLine($"{fault.Message} Nothing was written.");
            return 1;
        }
    }
}
