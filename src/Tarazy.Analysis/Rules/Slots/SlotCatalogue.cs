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

    /// <summary>Signals whose words are data: the list of that name below <c>lists/</c>.</summary>
    public static IReadOnlyList<string> WordSlots { get; } = ["threat", "demand"];

    public static IEnumerable<string> Names => All.Select(slot => slot.Name).Concat(WordSlots);

    public static ISlot? Named(string name) => All.FirstOrDefault(slot => slot.Name == name);
}
