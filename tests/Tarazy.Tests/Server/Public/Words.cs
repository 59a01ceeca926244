using Microsoft.Extensions.Localization;
using Tarazy.Policy.Law;
using Tarazy.Server.Public.Names;

namespace Tarazy.Tests.Server.Public;

/// <summary>Texts that say their own key, so that a test sees which one was chosen.</summary>
internal sealed class Words<T> : IStringLocalizer<T>
{
    public LocalizedString this[string name] => new(name, name);

    public LocalizedString this[string name, params object[] arguments] => new(name, $"{name}({string.Join(',', arguments)})");

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}

internal static class Named
{
    public static PublicNames Bare { get; } = In(Packs.None);

    public static PublicNames In(Packs law) =>
        new(new Words<Tarazy.Server.Web.Texts>(), new Words<Tarazy.Server.Public.Texts>(), law);
}
