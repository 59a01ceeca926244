namespace Tarazy.Policy.StateMeasures;

/// <summary>
/// What a state or platform did. These words describe the world; none of them can be chosen on a case, where the ladder ends at one
/// channel.
/// </summary>
public enum StateMeasureKind
{
    Block,
    PartialBlock,
    Throttle,
    TimeWindowBlock,
    BlockOrderNotExecuted,
    BlockOrderRevoked,
    ChannelRemovalDemand,
    Fine,
    FineOverturned,
    DataDemand,
    CriminalCase,
    OfficialDeviceBan,
    OfficialDeviceAdvice,
    Investigation,
    BlockConsidered,
    Legislation,
    MonitoringAndFlagging,
    Supervision,
    DesignationExtremist,
    PlatformGeoRestriction,
}

/// <summary>What came of it.</summary>
public enum StateMeasureStatus
{
    InForce,
    Ended,
    Revoked,
    Overturned,
    Pending,
    ReportedUnconfirmed,
    ConsideredOnly,
}

public enum AuthorityType
{
    Court,
    Regulator,
    Ministry,
    SecurityBody,
    Parliament,
    Prosecutor,
    DataProtection,
    Platform,
}

/// <summary>A stated reason in one fixed word. What an authority really said stands in the record beside it.</summary>
public enum Ground
{
    Terrorism,

    /// <summary>Security of the state, war, espionage.</summary>
    NationalSecurity,

    /// <summary>Protests, elections, unrest.</summary>
    PublicOrder,
    Disinformation,

    /// <summary>Criticism, satire, trust in institutions.</summary>
    Criticism,

    /// <summary>Fraud, extortion, drugs, gambling, recruitment for crime.</summary>
    Crime,

    /// <summary>Abuse of children, sexual violence, indecency.</summary>
    SexualAbuse,

    /// <summary>Protection of children as such.</summary>
    Children,
    PersonalData,
    Copyright,
    ExamLeaks,

    /// <summary>Requests unanswered, orders not followed, no agent, no data handed over.</summary>
    NonCooperation,
    Sanctions,
    Economy,
    UnlawfulContent,
}

/// <summary>Why a measure was taken back.</summary>
public enum UndoneBecause
{
    /// <summary>A court or the authority itself held that it went too far.</summary>
    Disproportionate,

    /// <summary>The service did what was asked.</summary>
    Complied,

    /// <summary>A mistake of form: the wrong addressee, the wrong road.</summary>
    Procedure,
}

/// <summary>Kinds that a chart draws with one shape.</summary>
public enum KindFamily
{
    WholeService,
    PartOrSpeed,
    OrderOnly,
    Content,
    Penalty,
    Oversight,
    Devices,
}

public static class KindFamilies
{
    public static KindFamily Family(this StateMeasureKind kind) => kind switch
    {
        StateMeasureKind.Block => KindFamily.WholeService,
        StateMeasureKind.PartialBlock or StateMeasureKind.Throttle or StateMeasureKind.TimeWindowBlock => KindFamily.PartOrSpeed,
        StateMeasureKind.BlockOrderNotExecuted or StateMeasureKind.BlockOrderRevoked or StateMeasureKind.BlockConsidered => KindFamily.OrderOnly,
        StateMeasureKind.ChannelRemovalDemand or StateMeasureKind.DesignationExtremist or StateMeasureKind.PlatformGeoRestriction => KindFamily.Content,
        StateMeasureKind.Fine or StateMeasureKind.FineOverturned or StateMeasureKind.CriminalCase => KindFamily.Penalty,
        StateMeasureKind.OfficialDeviceBan or StateMeasureKind.OfficialDeviceAdvice => KindFamily.Devices,
        _ => KindFamily.Oversight,
    };
}
