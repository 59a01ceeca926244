namespace Tarazy.Policy.Ages;

/// <summary>What became of a rule, as of the day that the record names.</summary>
public enum AgeStatus
{
    InForce,
    InForcePendingAppeal,
    GuidelineInForce,
    EnactedNotInForce,
    PassedPromulgationUnconfirmed,
    Enjoined,
    PartlyEnjoined,
    StruckDown,
    NeverApplied,
    Repealed,
    SupersededDraft,
    Proposed,
    Announced,
}

/// <summary>What a rule asks for at an age. <see cref="EffectOrder"/> says which is the stricter.</summary>
public enum AgeEffect
{
    Allow,
    DefaultSettings,
    AgeVerification,
    TimeLimit,
    Curfew,
    GuardianLink,
    ParentalConsent,
    DenyAccount,
}

/// <summary>Kinds of service, as the laws sort them.</summary>
public enum ServiceType
{
    SocialMedia,
    VideoSharing,
    Messaging,
    OnlineGame,
    AppStore,
    DeviceMode,
    LiveStreaming,
    AnyOnlineService,
    LowRiskService,
    HighRiskService,
    AdultContent,
}

/// <summary>Whom the duty falls on; never the child.</summary>
public enum ObligationOn
{
    Platform,
    DeviceMaker,
    AppStore,
    DataController,
    None,
}

/// <summary>What was read about Telegram itself.</summary>
public enum TelegramReading
{
    In,
    Out,
    Unclear,
}

/// <summary>What was done to check a record; <see cref="Recall"/> means that no page was read.</summary>
public enum HowChecked
{
    Recall,
    Partly,
    Read,
}

/// <summary>A day on which hours are given.</summary>
public enum HourDay
{
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
    PublicHoliday,
}

/// <summary>
/// Strictness: to deny, then to ask a parent, then to limit hours, then to set defaults, then to allow. A guardian's link asks a parent
/// too, and a duty to verify only asks for a proof, so it stands between hours and defaults.
/// </summary>
public static class EffectOrder
{
    public static int Rank(AgeEffect effect) => effect switch
    {
        AgeEffect.DenyAccount => 5,
        AgeEffect.ParentalConsent or AgeEffect.GuardianLink => 4,
        AgeEffect.Curfew or AgeEffect.TimeLimit => 3,
        AgeEffect.AgeVerification => 2,
        AgeEffect.DefaultSettings => 1,
        _ => 0,
    };

    public static AgeEffect? Strictest(IEnumerable<AgeEffect> effects) =>
        effects.OrderByDescending(Rank).ThenByDescending(effect => effect).Select(effect => (AgeEffect?)effect).FirstOrDefault();
}
