using System.Globalization;

namespace Tarazy.Records.Outcomes;

/// <summary>A refusal that is one sentence. The values in the sentence are its facts, in order.</summary>
public abstract record SentenceRefusal : Refusal
{
    private readonly FormattableString _says;

    protected SentenceRefusal(string code, FormattableString says)
    {
        Code = code;
        _says = says;
    }

    public sealed override string Code { get; }

    public override string Says => _says.ToString(CultureInfo.InvariantCulture);

    public override IReadOnlyList<object> Facts => [.. _says.GetArguments().Select(a => a ?? "")];

    public virtual bool Equals(SentenceRefusal? other) => other is not null && EqualityContract == other.EqualityContract && Says == other.Says;

    public override int GetHashCode() => HashCode.Combine(Code, Says);
}
