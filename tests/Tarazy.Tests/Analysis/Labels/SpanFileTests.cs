using Tarazy.Analysis.Labels.Spans;

namespace Tarazy.Tests.Analysis.Labels;

/// <summary>A model of passages comes back from disk as it was, or not at all.</summary>
public class SpanFileTests
{
    private const string Plain = "Сегодня в районе открыли библиотеку. ";
    private const string Loud = "Эти мерзкие предатели всё погубят!";

    private static readonly Lazy<byte[]> Saved = new(() =>
    {
        var rows = Enumerable.Range(0, 24).Select(i => i % 2 == 0
            ? new SpanRow($"{Plain}Дом {i}. {Loud}", [new TextSpan(Plain.Length + 6, Plain.Length + 6 + Loud.Length)], true)
            : new SpanRow($"{Plain}Дом {i}. Завтра снег и ветер.", [], false));
        using var stream = new MemoryStream();
        SpanTrainer.Train([.. rows], threads: 1).Save(stream);
        return stream.ToArray();
    });

    [Fact]
    public void A_saved_model_marks_the_same_passages()
    {
        var model = SpanModel.Load(new MemoryStream(Saved.Value));
        using var again = new MemoryStream();
        model.Save(again);
        Assert.Equal(SpanModel.Load(new MemoryStream(again.ToArray())).Mark(Plain + Loud), model.Mark(Plain + Loud));
        Assert.NotEmpty(model.Mark(Plain + Loud));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(39)]
    [InlineData(400)]
    public void A_file_that_is_cut_short_is_refused_with_a_sentence(int length) =>
        Assert.Contains("Nothing was loaded", Assert.Throws<InvalidDataException>(() => SpanModel.Load(new MemoryStream(Saved.Value[..length]))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_with_one_changed_byte_is_refused()
    {
        byte[] changed = [.. Saved.Value];
        changed[^9] ^= 1;
        Assert.Throws<InvalidDataException>(() => SpanModel.Load(new MemoryStream(changed)));
    }
}
