namespace Tarazy.Server.Workbench.Demands;

/// <summary>Names the words of the pages on demands at the desk: <c>Texts.resx</c>, <c>Texts.kk.resx</c>, <c>Texts.ru.resx</c> beside it.</summary>
public sealed class Texts;
