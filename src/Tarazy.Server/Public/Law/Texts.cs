namespace Tarazy.Server.Public.Law;

/// <summary>Names the words of the pages on age rules and state measures: <c>Texts.resx</c>, <c>Texts.kk.resx</c>, <c>Texts.ru.resx</c> beside it.</summary>
public sealed class Texts;
