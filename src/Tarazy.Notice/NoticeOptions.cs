using System.ComponentModel.DataAnnotations;

namespace Tarazy.Notice;

/// <summary>How the desk sends notices.</summary>
public sealed class NoticeOptions
{
    /// <summary>Name of the desk as addressees read it. The default is <c>Notice desk</c>.</summary>
    [Required]
    public string DeskName { get; set; } = "Notice desk";

    /// <summary>E-mail of the desk, which article 16(2)(c) asks for. There is no default; without it nothing can be signed.</summary>
    public string DeskMail { get; set; } = "";

    /// <summary>Public address of the desk, without a slash at the end. <c>tarazy serve</c> sets the address it listens on where none is given.</summary>
    [Required]
    public string PublicAddress { get; set; } = "http://127.0.0.1:5080";

    /// <summary>
    /// Notices to one addressee in a day. Past it sending stops and says so: a desk that sprays notices is suspended by platforms, and rightly.
    /// The default is 50.
    /// </summary>
    [Range(1, 10_000)]
    public int NoticesADay { get; set; } = 50;

    /// <summary>Longest appeal that is read, in characters. The default is 5,000.</summary>
    [Range(100, 100_000)]
    public int LongestAppeal { get; set; } = 5_000;

    /// <summary>Longest answer that is kept, in characters. The default is 20,000.</summary>
    [Range(100, 1_000_000)]
    public int LongestAnswer { get; set; } = 20_000;
}
