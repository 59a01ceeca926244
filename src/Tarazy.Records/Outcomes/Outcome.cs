using System.Diagnostics.CodeAnalysis;

namespace Tarazy.Records.Outcomes;

/// <summary>Either what was asked for, or every reason why not.</summary>
public readonly record struct Outcome<T>
    where T : class
{
    private readonly IReadOnlyList<Refusal>? _refusals;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals)
    {
        Value = value;
        _refusals = refusals;
    }

    public T? Value { get; }

    public IReadOnlyList<Refusal> Refusals => _refusals ?? [];

    [MemberNotNullWhen(true, nameof(Value))]
    public bool Ok => Value is not null;

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, [refusal]);

    /// <summary>For values whose type is an interface, which the language does not convert by itself.</summary>
    public static Outcome<T> Of(T value) => new(value, []);

    /// <param name="refusals">At least one.</param>
    public static Outcome<T> Refused(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new(null, refusals) : throw new ArgumentException("A refusal says why.", nameof(refusals));
}
