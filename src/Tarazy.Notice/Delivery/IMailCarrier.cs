using Tarazy.Records.Notices;

namespace Tarazy.Notice.Delivery;

/// <summary>
/// Hands one letter to the mail server, once. It never tries again: whether a second mail is right after an unclear first one is
/// for the caller, who also holds the guard against duplicates and the limit for each addressee.
/// </summary>
public interface IMailCarrier
{
    /// <param name="messageId">The same for the same letter, e.g. <c>n-2026-0007.1@desk.example</c>; without angle brackets.</param>
    Task<MailOutcome> SendAsync(Letter letter, string messageId, CancellationToken cancel);
}

/// <summary>What came of it.</summary>
public abstract record MailOutcome;

/// <param name="Reply">The server's own words, kept as proof.</param>
public sealed record MailAccepted(string Reply) : MailOutcome;

/// <summary>Surely not sent.</summary>
/// <param name="Passing">True when the same letter may do better later.</param>
public sealed record MailRefused(string Why, bool Passing) : MailOutcome;

/// <summary>The line broke after the letter was begun: it may have arrived or not, and a person has to find out.</summary>
public sealed record MailUncertain(string Why) : MailOutcome;
