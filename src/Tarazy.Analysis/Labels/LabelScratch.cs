using System.Runtime.CompilerServices;
using Tarazy.Analysis.Labels.Features;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels;

/// <summary>The working space of one thread. It grows to the longest text seen, and nothing more is allocated.</summary>
public sealed class LabelScratch
{
    private readonly RowCounts _met = new();
    private int[] _touched = new int[4096];
    private int[] _slots = new int[4096];
    private float[] _values = new float[4096];
    private float[] _parts = [];
    private float[] _times = [];
    private float[] _units = new float[1024];
    private int _length;

    internal MaskedText Masked { get; } = new();

    /// <summary>Distinct rows of the text that was read last.</summary>
    internal ReadOnlySpan<int> Rows => _touched.AsSpan(0, _length);

    /// <summary>Their values, each block of length 1 where weights are given.</summary>
    internal Span<float> Values => _values.AsSpan(0, _length);

    /// <summary>Rows in the order they are met, with repeats: the fast set.</summary>
    internal void ReadSequence(FoldedText text, FeatureSet set)
    {
        _length = 0;
        var sink = new Sequence(this);
        FeatureReader.Read(text, set, Masked, ref sink);
    }

    /// <summary>Distinct rows with room for their values; each count waits to be taken.</summary>
    internal void Tally(FoldedText text, FeatureSet set)
    {
        _length = 0;
        var sink = new Counter(this);
        FeatureReader.Read(text, set, Masked, ref sink);
        if (_values.Length < _length)
        {
            _values = new float[_touched.Length];
        }
    }

    /// <summary>How often the row at a place was met. Once only, and every count must be taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int TakeCount(int at) => _met.Take(_slots[at]);

    /// <summary>Distinct rows with how often each was met.</summary>
    internal void ReadCounts(FoldedText text, FeatureSet set)
    {
        Tally(text, set);
        for (var i = 0; i < _length; i++)
        {
            _values[i] = TakeCount(i);
        }
    }

    /// <summary>Room for one number a row of the table; its user leaves it clear.</summary>
    internal float[] Parts(int rows) => _parts = _parts.Length < rows ? new float[rows] : _parts;

    /// <summary>A copy of the values, kept while others are read.</summary>
    internal ReadOnlySpan<float> KeepValues()
    {
        _times = _times.Length < _length ? new float[_touched.Length] : _times;
        Values.CopyTo(_times);
        return _times.AsSpan(0, _length);
    }

    /// <summary>One zero a unit of a text, and perhaps something behind them.</summary>
    internal float[] Units(int length)
    {
        _units = _units.Length < length ? new float[length * 2] : _units;
        Array.Clear(_units, 0, length);
        return _units;
    }

    internal void Append(int row, float value)
    {
        Push(row);
        if (_values.Length < _length)
        {
            Array.Resize(ref _values, _touched.Length);
        }

        _values[_length - 1] = value;
    }

    private void Push(int row)
    {
        if (_length == _touched.Length)
        {
            Array.Resize(ref _touched, _length * 2);
        }

        _touched[_length++] = row;
    }

    private void Count(int row)
    {
        if (!_met.Add(row, out var slot))
        {
            return;
        }

        Push(row);
        if (_slots.Length < _touched.Length)
        {
            Array.Resize(ref _slots, _touched.Length);
        }

        _slots[_length - 1] = slot;
        if (_met.IsFull(_length))
        {
            _met.Grow(Rows, _slots);
        }
    }

    private readonly struct Counter(LabelScratch scratch) : IFeatureSink
    {
        public void Add(int row, int start, int end) => scratch.Count(row);
    }

    private readonly struct Sequence(LabelScratch scratch) : IFeatureSink
    {
        public void Add(int row, int start, int end) => scratch.Push(row);
    }
}
