using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Tarazy.Policy.Ages.Proofs;

/// <summary>
/// Numbers used once. Given out, they live for minutes and are taken back at most once; kept are only their hashes, so that the book
/// leads nowhere. A number that is not in the book was never given out, is too old, or has been used: each is a no.
/// </summary>
public sealed class NonceBook(TimeSpan life, TimeProvider clock)
{
    private const int Bytes = 32;
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _open = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">So many requests wait that no more are taken.</exception>
    public string GiveOut()
    {
        var now = clock.GetUtcNow();
        foreach (var (hash, until) in _open)
        {
            if (until < now)
            {
                _open.TryRemove(hash, out _);
            }
        }

        if (_open.Count >= Most)
        {
            throw new InvalidOperationException($"{Most} age requests wait for an answer; try again in a few minutes.");
        }

        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        _open[HashOf(nonce)] = now + life;
        return nonce;
    }

    /// <summary>True the first time, while it lives; never again.</summary>
    public bool TakeBack(string nonce) => _open.TryRemove(HashOf(nonce), out var until) && until >= clock.GetUtcNow();

    private static string HashOf(string nonce) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(nonce)));
}
