namespace Tarazy.Policy.StateMeasures;

/// <summary>Bodies that measure from inside a network whether a service can be reached. A newspaper that quotes them is another source, not this one.</summary>
public static class MeasuringBodies
{
    private static readonly string[] Hosts =
    [
        "ooni.org", "ooni.io", "netblocks.org", "censoredplanet.org", "ioda.live", "ioda.inetintel.cc.gatech.edu", "radar.cloudflare.com", "measurementlab.net",
    ];

    /// <summary>Their names, as a person would look for them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["OONI", "NetBlocks", "Censored Planet", "IODA", "Cloudflare Radar", "M-Lab"];

    /// <summary>Whether a page belongs to one of them.</summary>
    public static bool Publishes(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var page)
        && Hosts.Any(host => page.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || page.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));
}
