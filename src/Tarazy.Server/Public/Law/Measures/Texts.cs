namespace Tarazy.Server.Public.Law.Measures;

/// <summary>Names the words of the register of state measures, in public and at the desk: <c>Texts.resx</c>, <c>Texts.kk.resx</c>, <c>Texts.ru.resx</c> beside it.</summary>
public sealed class Texts;
