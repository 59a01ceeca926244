using Tarazy.Policy.Loading;

namespace Tarazy.Policy.Ages;

/// <summary>Whether a rule speaks to a service.</summary>
public enum Coverage
{
    NotCovered,

    /// <summary>Left out by the rule itself.</summary>
    Exempt,

    /// <summary>The record does not say, or it hangs on a test that only the service can answer.</summary>
    Unclear,

    Covered,
}

/// <summary>Scope, which decides before age.</summary>
public static class AgeCoverage
{
    private const string Telegram = "Telegram";

    public static Coverage Of(AgeRule rule, AgeBand band, AgeQuestion question)
    {
        var (scope, service, name) = (rule.Scope, question.Service, question.Name);
        if (IsExempt(scope, service, name))
        {
            return Coverage.Exempt;
        }

        var types = band.ServiceTypes.Count > 0 ? band.ServiceTypes : scope.ServiceTypes;
        var covered = ByType(types, service, scope, name);
        if (covered is Coverage.Covered or Coverage.Unclear && Is(name, Telegram))
        {
            covered = OfTelegram(scope.Telegram, covered);
        }

        return covered == Coverage.Covered ? BySize(scope, question) : covered;
    }

    /// <summary>A rule that begins at a size holds for whom the authority named; for others the size decides, and without it nothing is clear.</summary>
    private static Coverage BySize(AgeScope scope, AgeQuestion question)
    {
        if (scope.MinUsers is not { } least || scope.Named.Any(named => Is(question.Name, named)))
        {
            return Coverage.Covered;
        }

        return question.Users is not { } users ? Coverage.Unclear : users >= least ? Coverage.Covered : Coverage.Exempt;
    }

    private static Coverage ByType(IReadOnlyList<ServiceType> types, ServiceType service, AgeScope scope, string? name)
    {
        if (types.Contains(service) || (types.Contains(ServiceType.AnyOnlineService) && service is not (ServiceType.AppStore or ServiceType.DeviceMode)))
        {
            return Coverage.Covered;
        }

        if (service is ServiceType.AnyOnlineService)
        {
            return Coverage.Unclear;
        }

        // A rule that sorts services by risk says nothing of their kind: only a named service is known to be of high risk.
        if (types.All(type => type is ServiceType.HighRiskService or ServiceType.LowRiskService) && service is not (ServiceType.HighRiskService or ServiceType.LowRiskService))
        {
            if (name is null || !scope.NamedHighRiskFirstWave.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return Coverage.Unclear;
            }

            return types.Contains(ServiceType.HighRiskService) ? Coverage.Covered : Coverage.NotCovered;
        }

        return Coverage.NotCovered;
    }

    private static Coverage OfTelegram(TelegramReading reading, Coverage otherwise) => reading switch
    {
        TelegramReading.In => otherwise,
        TelegramReading.Out => Coverage.Exempt,
        _ => Coverage.Unclear,
    };

    private static bool IsExempt(AgeScope scope, ServiceType service, string? name)
    {
        var kind = Words.Of(service, '_');
        return scope.Exempt.Any(exempt => exempt == kind || Is(name, exempt));
    }

    private static bool Is(string? name, string known) => string.Equals(name, known, StringComparison.OrdinalIgnoreCase);
}
