using System.Runtime.InteropServices;
using System.Text;
using Tarazy.Analysis.Labels.Features;

namespace Tarazy.Analysis.Labels.Files;

/// <summary>The content of a model file, field by field, little-endian. Everything read has a limit.</summary>
internal static class LabelContent
{
    private const int MostName = 64;
    private const int MostSays = 400;
    private const byte Twins = 1;
    private const byte Jumbles = 2;

    public static void Write(LabelModel model, BinaryWriter writer)
    {
        WriteWords(model.Name, writer);
        WriteWords(string.Join(' ', model.Languages), writer);
        WriteFeatures(model.Features, writer);
        writer.Write(model.Exclusive);
        writer.Write((byte)model.Labels.Count);
        for (var i = 0; i < model.Labels.Count; i++)
        {
            WriteLabel(model.Labels[i], writer);
            writer.Write(model.Weights.Scales[i]);
            writer.Write(model.Weights.Biases[i]);
        }

        writer.Write(MemoryMarshal.AsBytes(model.Weighing.Means.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(model.Weighing.Scales.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(model.Weights.Style.AsSpan()));
        writer.Write(model.Weighing.Idf);
        var (rows, lanes) = (model.Features.Rows, model.Weights.Lanes);
        var plane = new byte[rows];
        for (var label = 0; label < model.Labels.Count; label++)
        {
            for (var row = 0; row < rows; row++)
            {
                plane[row] = unchecked((byte)model.Weights.Bytes[(row * lanes) + label]);
            }

            writer.Write(plane);
        }
    }

    public static LabelModel Read(BinaryReader reader)
    {
        var name = Words(reader, MostName);
        var languages = Words(reader, MostSays, mayBeEmpty: true).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var features = ReadFeatures(reader);
        var exclusive = reader.ReadBoolean();
        int count = reader.ReadByte();
        if (!features.IsSound || count is 0 or > LabelTrainer.MostLabels)
        {
            throw new InvalidDataException("The features or the number of labels are out of their limits.");
        }

        var labels = new LabelInfo[count];
        var scales = new float[count];
        var biases = new float[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = ReadLabel(reader);
            scales[i] = Number(reader);
            biases[i] = Number(reader);
        }

        var means = Numbers(reader, StyleSigns.Count);
        var deviations = Numbers(reader, StyleSigns.Count);
        var style = Numbers(reader, count * features.StyleRows);
        var idf = new byte[features.Rows];
        reader.BaseStream.ReadExactly(idf);
        var lanes = LabelWeights.LanesOf(features, count);
        var weights = ReadWeights(reader, features.Rows, lanes, count);
        return reader.BaseStream.ReadByte() < 0
            ? new LabelModel(new LabelModelAbout(name, languages, exclusive, features), labels, new Weighing(features, idf, means, deviations), new LabelWeights(lanes, weights, scales, biases, style))
            : throw new InvalidDataException("Something stands behind the weights.");
    }

    private static sbyte[] ReadWeights(BinaryReader reader, int rows, int lanes, int count)
    {
        var weights = new sbyte[rows * lanes];
        var plane = new byte[rows];
        for (var label = 0; label < count; label++)
        {
            reader.BaseStream.ReadExactly(plane);
            for (var row = 0; row < rows; row++)
            {
                weights[(row * lanes) + label] = unchecked((sbyte)plane[row]);
            }
        }

        return weights;
    }

    private static void WriteFeatures(FeatureSet set, BinaryWriter writer)
    {
        writer.Write((byte)set.CharsFrom);
        writer.Write((byte)set.CharsTo);
        writer.Write((byte)set.CharBits);
        writer.Write(set.Words);
        writer.Write(set.Prefixes);
        writer.Write((byte)set.WordBits);
        writer.Write((byte)set.StemLength);
        writer.Write((byte)((set.KazakhTwins ? Twins : 0) | (set.Jumbles ? Jumbles : 0)));
        writer.Write(set.Style);
    }

    private static FeatureSet ReadFeatures(BinaryReader reader)
    {
        var set = new FeatureSet
        {
            CharsFrom = reader.ReadByte(),
            CharsTo = reader.ReadByte(),
            CharBits = reader.ReadByte(),
            Words = reader.ReadBoolean(),
            Prefixes = reader.ReadBoolean(),
            WordBits = reader.ReadByte(),
            StemLength = reader.ReadByte(),
        };
        var more = reader.ReadByte();
        return set with { KazakhTwins = (more & Twins) != 0, Jumbles = (more & Jumbles) != 0, Style = Number(reader) };
    }

    private static void WriteLabel(LabelInfo label, BinaryWriter writer)
    {
        WriteWords(label.Name, writer);
        WriteWords(label.Says, writer);
        WriteWords(label.Harm, writer);
        writer.Write(label.OffByDefault);
        writer.Write(label.Positives);
        writer.Write(label.Thresholds.Best);
        writer.Write(label.Thresholds.Precise);
        writer.Write(label.Thresholds.Queue);
        writer.Write(label.Calibration is not null);
        writer.Write(label.Calibration?.A ?? 0);
        writer.Write(label.Calibration?.B ?? 0);
    }

    private static LabelInfo ReadLabel(BinaryReader reader)
    {
        var name = Words(reader, MostName);
        var says = Words(reader, MostSays);
        var harm = Words(reader, MostName, mayBeEmpty: true);
        var off = reader.ReadBoolean();
        var positives = reader.ReadInt32();
        var thresholds = new LabelThresholds(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
        var calibrated = reader.ReadBoolean();
        var calibration = new Calibration(reader.ReadDouble(), reader.ReadDouble());
        return new LabelInfo(name, says, harm, off, positives, thresholds, calibrated ? calibration : null);
    }

    private static void WriteWords(string words, BinaryWriter writer)
    {
        var bytes = Encoding.UTF8.GetBytes(words);
        writer.Write(checked((ushort)bytes.Length));
        writer.Write(bytes);
    }

    private static string Words(BinaryReader reader, int most, bool mayBeEmpty = false)
    {
        int length = reader.ReadUInt16();
        if ((length == 0 && !mayBeEmpty) || length > most)
        {
            throw new InvalidDataException($"A name is empty or longer than {most} bytes.");
        }

        Span<byte> bytes = stackalloc byte[MostSays];
        reader.BaseStream.ReadExactly(bytes[..length]);
        return Encoding.UTF8.GetString(bytes[..length]);
    }

    private static float Number(BinaryReader reader) =>
        reader.ReadSingle() is var number && float.IsFinite(number) ? number : throw new InvalidDataException("A number is not finite.");

    private static float[] Numbers(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = Number(reader);
        }

        return numbers;
    }
}
