using System.Runtime.CompilerServices;
using Tarazy.Policy.Rungs;

namespace Tarazy.Tests.Policy;

/// <summary>Codes of refusals are a contract: the tests of packs name them.</summary>
public class LadderCodeTests
{
    [Fact]
    public void Every_refusal_of_the_ladder_has_a_code_that_packs_may_name()
    {
        var refusals = typeof(LadderRefusal).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(LadderRefusal))).ToList();
        Assert.Equal(LadderRefusal.Codes.Order(StringComparer.Ordinal), refusals.Select(CodeOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_code_is_there_twice() => Assert.Equal(LadderRefusal.Codes.Count, LadderRefusal.Codes.Distinct().Count());

    // A code is the same whatever the facts are, so empty ones will do.
    private static string CodeOf(Type refusal)
    {
        var constructor = refusal.GetConstructors().Single();
        var facts = constructor.GetParameters().Select(p => p.ParameterType.IsValueType ? RuntimeHelpers.GetUninitializedObject(p.ParameterType) : "").ToArray();
        return ((LadderRefusal)constructor.Invoke(facts)).Code;
    }
}
