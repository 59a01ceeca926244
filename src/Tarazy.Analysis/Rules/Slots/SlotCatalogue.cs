namespace Tarazy.Analysis.Rules.Slots;

/// <summary>Every signal a rule may name. A new one is a type with one method and a line here.</summary>
internal static class SlotCatalogue
{
    public static IReadOnlyList<ISlot> All { get; } =
    [
        new MoneySlot(),
        new PhoneSlot(),
        new HandleSlot(),
        new LinkSlot(),
        new DeadlineSlot(),
        new PercentSlot(),
    ];

    public static ISlot? Named(string name) => All.FirstOrDefault(slot => slot.Name == name);
}
