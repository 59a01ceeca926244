namespace Tarazy.Fuzz;

/// <summary>An input made a reader do what it must never do. Unlike the reader's own refusals nothing catches it.</summary>
public sealed class BrokenPromiseException(string message) : Exception(message)
{
    internal static void Unless(bool holds, string promise)
    {
        if (!holds)
        {
            throw new BrokenPromiseException(promise);
        }
    }
}
