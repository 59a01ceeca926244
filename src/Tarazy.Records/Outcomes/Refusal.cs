namespace Tarazy.Records.Outcomes;

/// <summary>
/// An expected "no". It has a stable code, is shown to a person and says what would mend it. A fault is an exception instead.
/// </summary>
public abstract record Refusal
{
    /// <summary>Stable, in kebab case, e.g. <c>no-legal-basis</c>; pages and the API translate by it.</summary>
    public abstract string Code { get; }

    /// <summary>The plain English sentence, for logs, the command line and as the last resort of a translation.</summary>
    public abstract string Says { get; }

    /// <summary>Values for the translated sentence, in the order of its places.</summary>
    public virtual IReadOnlyList<object> Facts => [];
}
