namespace Tarazy.Server.Public.Law.Proofs;

/// <summary>Names the words of the page on age proofs: <c>Texts.resx</c>, <c>Texts.kk.resx</c>, <c>Texts.ru.resx</c> beside it.</summary>
public sealed class Texts;
