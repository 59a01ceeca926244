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
