using System.Diagnostics.CodeAnalysis;

namespace Tarazy.TransparencyLog;

/// <summary>What was read from outside, or the one sentence that says why it cannot be.</summary>
public readonly record struct Parsed<T>
    where T : class
{
    private Parsed(T? value, string? why) => (Value, Why) = (value, why);

    public T? Value { get; }

    public string? Why { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Why))]
    public bool Ok => Value is not null;

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(Unreadable not) => new(null, not.Why);

    /// <summary>The value, or a <see cref="FormatException"/> that says why there is none.</summary>
    public T Required() => Value ?? throw new FormatException(Why);
}

/// <summary>Why something cannot be read.</summary>
public sealed record Unreadable(string Why);
