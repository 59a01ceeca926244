namespace Tarazy.Server.Workbench.Channels;

/// <summary>Names the words of the page of a channel: <c>Texts.resx</c>, <c>Texts.kk.resx</c>, <c>Texts.ru.resx</c> beside it.</summary>
public sealed class Texts;
