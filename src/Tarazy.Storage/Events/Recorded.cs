namespace Tarazy.Storage.Events;

/// <summary>An event with when it happened, by whom, and which version of its subject it made.</summary>
public sealed record Recorded<TEvent>(long Seq, string Subject, int Version, string Actor, DateTimeOffset At, TEvent Event);
