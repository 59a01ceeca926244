namespace Tarazy.Server.Web;

/// <summary>Names the words that every area shares: <c>Texts.resx</c>, <c>Texts.kk.resx</c>, <c>Texts.ru.resx</c> beside it.</summary>
public sealed class Texts;
