using System.Security.Cryptography;
using System.Text;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Tests.Server.Web.Invented;

/// <summary>One invented post with its evidence; channel, handle and sum are made up.</summary>
internal static class InventedPost
{
    public const string Text =
        "Жігіттер, шетелде к0нтр@кт бойынша жұмыс бар. Тәжірибе керек емес, екі апта дайындық, сосын бірден майданға. " +
        "Айына 1 900 000 теңге, алғашқы төлем жолға шыққан күні. Құжатты өзіміз жасаймыз, үйге айтпай-ақ қойыңыз.\n\n" +
        "Сұрақ болса, @zhol_bastau_26 жазыңыз.";

    public const string Earlier =
        "Жігіттер, шетелде контракт бойынша жұмыс бар. Тәжірибе керек емес, екі апта дайындық, сосын бірден майданға. " +
        "Айына 1 900 000 теңге, алғашқы төлем жолға шыққан күні. Құжатты өзіміз жасаймыз, үйге айтпай-ақ қойыңыз.\n\n" +
        "Сұрақ болса, @zhol_bastau_26 жазыңыз.";

    public static readonly ChannelId Channel = new("telegram:1700000026");

    public static IReadOnlyList<Evidence> Evidence { get; } =
    [
        Mark("offer", "к0нтр@кт", "контракт"),
        Mark("offer", "к0нтр@кт бойынша жұмыс"),
        Mark("place", "майданға"),
        Mark("pay", "Айына 1 900 000 теңге"),
        Mark("secrecy", "үйге айтпай-ақ қойыңыз"),
        Mark("contact", "@zhol_bastau_26"),
    ];

    public static Post At(DateTimeOffset now)
    {
        var content = SHA256.HashData(Encoding.UTF8.GetBytes(Text));
        return new Post
        {
            Id = PostId.Of(Channel, 212, content),
            Channel = Channel,
            Message = 212,
            PostedAt = now.AddHours(-2),
            EditedAt = now.AddMinutes(-90),
            SeenAt = now.AddMinutes(-60),
            Text = Text,
            Media = MediaKind.Photo,
            Views = 4120,
            Content = content,
        };
    }

    private static Evidence Mark(string slot, string words, string? restored = null) =>
        new(slot, Text.IndexOf(words, StringComparison.Ordinal), words.Length, restored);
}
