namespace Tarazy.Server.Web;

/// <summary>Names the sentences for refusals, keyed by their code; <c>code.do</c> says what would mend it.</summary>
public sealed class Refusals;
