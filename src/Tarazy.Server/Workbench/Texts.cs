namespace Tarazy.Server.Workbench;

/// <summary>Names the words of the workbench: <c>Texts.resx</c>, <c>Texts.kk.resx</c>, <c>Texts.ru.resx</c> beside it.</summary>
public sealed class Texts;
