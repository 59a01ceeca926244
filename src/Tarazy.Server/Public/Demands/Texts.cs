namespace Tarazy.Server.Public.Demands;

/// <summary>Names the words of the public pages on demands: <c>Texts.resx</c>, <c>Texts.kk.resx</c>, <c>Texts.ru.resx</c> beside it.</summary>
public sealed class Texts;
