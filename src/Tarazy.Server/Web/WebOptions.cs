using System.ComponentModel.DataAnnotations;

namespace Tarazy.Server.Web;

/// <summary>How the pages speak of the desk.</summary>
public sealed class WebOptions
{
    /// <summary>IANA name of the zone in which every page gives its times. The default is Almaty.</summary>
    [Required]
    [MaxLength(64)]
    public string TimeZone { get; set; } = "Asia/Almaty";

    /// <summary>Who runs this desk, as the public pages name it. Empty by default: the pages then say “this desk”.</summary>
    [MaxLength(200)]
    public string DeskName { get; set; } = "";
}
