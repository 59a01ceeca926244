using Tarazy.BrowserTests.People;

namespace Tarazy.BrowserTests.Way;

/// <summary>What is known while a post goes its way: the people, and the numbers and links they were given.</summary>
internal sealed class TheWay(TheDesk desk, string addressee = TheWay.ByForm)
{
    /// <summary>An addressee who is written to through a form, by hand.</summary>
    public const string ByForm = "telegram-report";

    /// <summary>An addressee who is written to by e-mail.</summary>
    public const string ByMail = "telegram-abuse";

    public const string Reasons = "The post offers money for fighting abroad and names a person to write to.";

    public TheDesk Desk => desk;

    public string Addressee => addressee;

    public APerson Admin { get; set; } = null!;

    public APerson First { get; set; } = null!;

    public APerson Second { get; set; } = null!;

    public APerson Ombudsperson { get; set; } = null!;

    /// <summary>Whoever runs the channel: no account.</summary>
    public APerson Channel { get; set; } = null!;

    /// <summary>Anybody.</summary>
    public APerson Public { get; set; } = null!;

    /// <summary>One-time links in the order in which the people were added.</summary>
    public List<string> Links { get; } = [];

    public string Case { get; set; } = "";

    public string Notice { get; set; } = "";

    public string AppealLink { get; set; } = "";

    public ACase CaseBefore(APerson person) => new(person, Case);

    public ANotice NoticeBefore(APerson person) => new(person, Notice);
}

/// <summary>One thing that a person does, and sees.</summary>
internal sealed record Step(string Name, Func<TheWay, Task> DoAsync);
