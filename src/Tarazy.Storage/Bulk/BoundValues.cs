namespace Tarazy.Storage.Bulk;

/// <summary>
/// What is bound to the places of a statement. SQLite keeps it from one run to the next, and in rows that follow one another much is
/// the same: the channel, what is not there, the time of the import. What is remembered here need not be bound again.
/// </summary>
/// <param name="places">Numbered from 1.</param>
internal sealed class BoundValues(int places)
{
    /// <summary>A longer text is hardly ever the same again.</summary>
    public const int MostText = 32;

    private readonly Place[] _places = new Place[places + 1];

    private enum Kind
    {
        Other,
        Null,
        Number,
        Real,
        Text,
    }

    /// <summary>Remembers the value.</summary>
    /// <returns>True when it stands there already.</returns>
    public bool Same(int place, long? value) => Same(place, value is null ? Kind.Null : Kind.Number, value.GetValueOrDefault());

    /// <inheritdoc cref="Same(int, long?)" />
    public bool Same(int place, double value) => Same(place, Kind.Real, BitConverter.DoubleToInt64Bits(value));

    /// <inheritdoc cref="Same(int, long?)" />
    public bool Same(int place, ReadOnlySpan<byte> text)
    {
        ref var at = ref _places[place];
        if (text.Length > MostText)
        {
            at.Kind = Kind.Other;
            return false;
        }

        if (at.Kind == Kind.Text && text.SequenceEqual(at.Text.AsSpan(0, (int)at.Bits)))
        {
            return true;
        }

        at.Text ??= new byte[MostText];
        text.CopyTo(at.Text);
        (at.Kind, at.Bits) = (Kind.Text, text.Length);
        return false;
    }

    /// <summary>The place holds what cannot be the same.</summary>
    public void Changed(int place) => _places[place].Kind = Kind.Other;

    private bool Same(int place, Kind kind, long bits)
    {
        ref var at = ref _places[place];
        var same = at.Kind == kind && at.Bits == bits;
        (at.Kind, at.Bits) = (kind, bits);
        return same;
    }

    /// <param name="Bits">The number; of a text how many bytes it has.</param>
    private record struct Place(Kind Kind, long Bits, byte[]? Text);
}
