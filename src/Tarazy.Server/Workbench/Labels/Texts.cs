namespace Tarazy.Server.Workbench.Labels;

/// <summary>Names the words of the pages on the desk's own labels: <c>Texts.resx</c>, <c>Texts.kk.resx</c>, <c>Texts.ru.resx</c> beside it.</summary>
public sealed class Texts;
