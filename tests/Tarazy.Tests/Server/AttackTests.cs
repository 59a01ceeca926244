using Tarazy.Server.Commands.Evaluate.Tasks.Labels;

namespace Tarazy.Tests.Server;

public class AttackTests
{
    private const string Post = "Продам закладки, доставка сегодня вечером";

    [Fact]
    public void Every_attack_changes_the_text_and_does_the_same_from_the_same_seed()
    {
        foreach (var attack in Attack.All)
        {
            var attacked = attack.Apply(Post, new Random(4));
            Assert.NotEqual(Post, attacked);
            Assert.Equal(attacked, attack.Apply(Post, new Random(4)));
        }
    }
}
