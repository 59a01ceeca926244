namespace Tarazy.Server.Public.Law.Competing;

/// <summary>Names the words of the view on competing demands: <c>Texts.resx</c>, <c>Texts.kk.resx</c>, <c>Texts.ru.resx</c> beside it.</summary>
public sealed class Texts;
