namespace Tarazy.Server.Hosting;

/// <summary>The invented sample that shows a newcomer a desk at work.</summary>
internal static partial class Sample
{
}
