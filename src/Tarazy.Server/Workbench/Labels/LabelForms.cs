namespace Tarazy.Server.Workbench.Labels;

/// <summary>Where the pages of labels post to and what their fields are called.</summary>
public static class LabelForms
{
    /// <summary>GET: every category with its state and its models.</summary>
    public const string List = "/desk/labels";

    /// <summary>POST with <see cref="Label"/>: learns it again; for the admin.</summary>
    public const string Train = "/desk/labels/train";

    /// <summary>POST with <see cref="Label"/>, <see cref="From"/>, <see cref="Version"/> and <see cref="Reason"/>: puts another version in use, or none; for the admin.</summary>
    public const string Change = "/desk/labels/change";

    /// <summary>GET: the next decided post that waits for this person's second opinion. POST with <see cref="Case"/> and <see cref="Answer"/>.</summary>
    public const string Second = "/desk/labels/second";

    /// <summary>POST with <see cref="Label"/>: names the harm that a person reads in the post of a case.</summary>
    public const string NameHarm = "/desk/cases/{number}/harm";

    public const string Label = "label";

    /// <summary>The version that the person saw in use; 0 for none.</summary>
    public const string From = "from";

    /// <summary>The version to be in use; 0 for none.</summary>
    public const string Version = "to";

    public const string Reason = "reason";

    public const string Case = "case";

    /// <summary><c>yes</c>, <c>no</c> or <c>uncertain</c>.</summary>
    public const string Answer = "answer";
}
