namespace Tarazy.Server.Public.Law.Clauses;

/// <summary>Names the words of the pages on packs: <c>Texts.resx</c>, <c>Texts.kk.resx</c>, <c>Texts.ru.resx</c> beside it.</summary>
public sealed class Texts;
