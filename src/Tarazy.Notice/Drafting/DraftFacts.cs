using Tarazy.Records.Notices;
using Tarazy.Records.Posts;

namespace Tarazy.Notice.Drafting;

/// <summary>Who stands for a notice towards its addressee, as article 16(2)(c) asks: the desk, never one of its people.</summary>
public sealed record Notifier(string Name, string Email);

/// <summary>What a letter needs beside the notice itself.</summary>
/// <param name="AppealLink">The one-time link through which the channel can object.</param>
/// <param name="RegisterLink">The notice in the public register.</param>
/// <param name="Language">One that the form is offered in.</param>
public sealed record DraftFacts(Channel Channel, Notifier Notifier, string AppealLink, string RegisterLink, string Language);

/// <param name="StatementVersion">Which wording of the good-faith statement stands in the letter; null when it has none.</param>
public sealed record DraftedLetter(Letter Letter, string? StatementVersion);
