namespace Tarazy.TransparencyLog;

/// <summary>The files of a log do not agree with each other. Nothing is written until a person has looked.</summary>
public sealed class LogDamagedException : Exception
{
    public LogDamagedException(string message)
        : base(message)
    {
    }

    public LogDamagedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public LogDamagedException()
    {
    }
}

/// <summary>A log has one writer, and it is another one.</summary>
public sealed class LogInUseException : Exception
{
    public LogInUseException(string message)
        : base(message)
    {
    }

    public LogInUseException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public LogInUseException()
    {
    }
}
