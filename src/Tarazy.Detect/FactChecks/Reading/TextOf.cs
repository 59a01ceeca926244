using System.Text;

namespace Tarazy.Detect.FactChecks.Reading;

/// <summary>Bytes of a table as text: by its byte order mark, else UTF-8, else the Cyrillic code page that spreadsheets write.</summary>
internal static class TextOf
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Windows-1251 above 0x7F. The framework brings it only with a further package.
    private const string Upper =
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\uFFFD™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї" +
        "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

    public static string Bytes(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        }

        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return string.Create(bytes.Length, bytes, (to, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                {
                    to[i] = from[i] < 0x80 ? (char)from[i] : Upper[from[i] - 0x80];
                }
            });
        }
    }
}
