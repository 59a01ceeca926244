using Tarazy.Records.Posts;

namespace Tarazy.Tests.Detect;

/// <summary>Invented posts.</summary>
internal static class TestPosts
{
    public const string Recruitment = "Контракт, фронт, 2 000 000 теңге, жазыңыз @sarbaz_work";

    public const string Rumour =
        "Ертеңнен бастап барлық банктер жабылады, ақшаңызды бүгін шығарып алыңыз, бұл туралы ешкім айтпайды, жақындарыңызға жіберіңіз";

    public static readonly DateTimeOffset Start = new(2026, 11, 2, 6, 0, 0, TimeSpan.Zero);

    public static Post Post(string text, long message = 1, string channel = "telegram:1", int hours = 0, PostId? replaces = null)
    {
        var content = PostId.ContentHash(text, []);
        var id = ChannelId.From(channel);
        return new Post
        {
            Id = PostId.Of(id, message, content),
            Channel = id,
            Message = message,
            PostedAt = Start.AddHours(hours),
            SeenAt = Start.AddDays(30),
            Text = text,
            Replaces = replaces,
            Content = content,
        };
    }
}
