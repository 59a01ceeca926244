using System.Security.Cryptography;
using System.Text;
using Tarazy.Records.Notices;

namespace Tarazy.Notice.Appeals;

/// <summary>
/// One-time links for the people a notice concerns. A link follows from the notice and the desk's secret, so it is stored
/// nowhere and survives a crash; that it opens one appeal only is what the notice's events say.
/// </summary>
public sealed class AppealLinks(ReadOnlyMemory<byte> secret)
{
    private const int TagBytes = 16;
    private const string Purpose = "appeal:";

    /// <summary>The part of the address that follows <c>/appeal/</c>.</summary>
    public string TokenOf(NoticeId notice) =>
        $"{notice.Value["notice:".Length..]}-{Convert.ToHexStringLower(Tag(notice))}";

    /// <returns>The notice that the token was made for; null when the token is not the desk's.</returns>
    public NoticeId? Read(string token)
    {
        var cut = token.LastIndexOf('-');
        if (cut <= 0 || token.Length - cut - 1 != TagBytes * 2)
        {
            return null;
        }

        var notice = new NoticeId("notice:" + token[..cut]);
        var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Tag(notice)));
        var given = Encoding.ASCII.GetBytes(token[(cut + 1)..]);
        return CryptographicOperations.FixedTimeEquals(expected, given) ? notice : null;
    }

    private byte[] Tag(NoticeId notice) =>
        HMACSHA256.HashData(secret.Span, Encoding.UTF8.GetBytes(Purpose + notice.Value))[..TagBytes];
}
