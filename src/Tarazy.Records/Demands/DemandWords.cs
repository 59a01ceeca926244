namespace Tarazy.Records.Demands;

public enum IssuerKind
{
    Court,
    Prosecutor,
    Police,
    Regulator,
    Ministry,
    Other,
}

public enum AddressedTo
{
    Desk,

    /// <summary>It went to the platform, and the desk was given a copy.</summary>
    Platform,
}

public enum DemandKind
{
    Removal,
    GeoRestriction,
    Data,
    OtherInformation,
}

/// <summary>What a demand wants to know.</summary>
public enum AskedData
{
    PublicPosts,
    NoticeFile,
    CaseFile,
    Figures,

    /// <summary>Who wrote, reads or runs something. The desk does not know, so there is no <see cref="GivenData"/> for it.</summary>
    WhoAPersonIs,
}

/// <summary>What the desk can give. The kinds are recorded and counted; what was in them never is.</summary>
public enum GivenData
{
    PublicPosts,
    NoticeFile,
    CaseFile,
    Figures,
}

/// <summary>How the demand came.</summary>
public enum DemandRoad
{
    ElectronicMail,
    Letter,
    Portal,
    ByHand,
}

/// <summary>How it was made sure that the demand comes from the authority it names.</summary>
public enum IssuerCheck
{
    /// <summary>It could not be. The demand can be asked back or refused, and nothing else.</summary>
    None,

    /// <summary>It came from a host that the pack lists for authorities of that state.</summary>
    MailHost,

    /// <summary>A signature was checked.</summary>
    Signature,

    /// <summary>Somebody called a number that was not found in the demand.</summary>
    CallBack,
}

public enum SealGround
{
    /// <summary>A law forbids to speak of the demand.</summary>
    Law,

    /// <summary>Publicity would hurt a victim.</summary>
    Victim,
}

public enum DemandOutcome
{
    Complied,
    CompliedInPart,
    Refused,

    /// <summary>Only for a copy of what went to a platform: recorded, and nothing done on the strength of it.</summary>
    Noted,
}

/// <summary>Why a demand is refused, or refused in part. Words come beside it.</summary>
public enum DemandRefusalReason
{
    IssuerNotVerified,
    NoLegalBasis,
    ClauseNotInForce,
    LawIsSilent,
    NoCourtOrder,
    Blanket,
    OutsideTerritory,
    NotPublic,
    FalsehoodAlone,
    NotProportionate,
    TooVague,
    DeskDoesNotKnow,
    NotForTheDesk,
}

/// <summary>Who objects to what the desk answered.</summary>
public enum ObjectionFrom
{
    Issuer,
    Channel,
    Court,
}
