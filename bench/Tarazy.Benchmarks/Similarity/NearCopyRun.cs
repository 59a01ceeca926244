using System.Globalization;
using Tarazy.Analysis.Similarity;

namespace Tarazy.Benchmarks.Similarity;

/// <summary>
/// Places many synthetic posts and reports CPU time and bytes a post and the recall by exact likeness. Times are of this process
/// alone, so that other work on the machine counts less.
/// </summary>
internal static class NearCopyRun
{
    private const int Chunk = 50_000;
    private const int Bands = 10;

    /// <summary>Every so many planted copies is compared exactly.</summary>
    private const int Sampled = 7;

    /// <summary>From this likeness on a copy should be found.</summary>
    private const int NearBand = 7;

    /// <param name="to">Where the recall of each band of likeness goes.</param>
    public static NearCopyFigures Run(int posts, TextWriter to)
    {
        var texts = new SyntheticPosts();
        var index = new StoryIndex();
        index.Reserve(posts);
        var marks = new Signature[Chunk];
        var originals = new uint[Chunk];
        var words = new ulong[Chunk][];
        var stories = new long[posts];
        var recall = new (int Pairs, int Joined, int Same)[Bands + 1];
        double hashing = 0, placing = 0;
        long joinedFresh = 0, fresh = 0, shingles = 0;
        var room = new ulong[SyntheticPosts.MostWords];
        for (var from = 0; from < posts; from += Chunk)
        {
            var count = Math.Min(Chunk, posts - from);
            for (var i = 0; i < count; i++)
            {
                var length = texts.Write((uint)(from + i), room, out originals[i]);
                words[i] = room[..length];
                shingles += length - 2;
            }

            hashing += Cpu(() =>
            {
                for (var i = 0; i < count; i++)
                {
                    marks[i] = MinHash.Of(words[i]);
                }
            });
            placing += Cpu(() => Place(index, marks.AsSpan(0, count), stories.AsSpan(from, count), from));
            for (var i = 0; i < count; i++)
            {
                var (post, joined) = (from + i, stories[from + i] != from + i);
                if (originals[i] == post)
                {
                    fresh++;
                    joinedFresh += joined ? 1 : 0;
                }
                else if (post % Sampled == 0)
                {
                    ref var band = ref recall[(int)(Likeness(texts, words[i], originals[i], room) * Bands)];
                    band = (band.Pairs + 1, band.Joined + (joined ? 1 : 0), band.Same + (stories[post] == stories[originals[i]] ? 1 : 0));
                }
            }
        }

        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{posts:N0} posts of {shingles / (double)posts:0.0} shingles: MinHash {hashing / posts:0.000} us, place {placing / posts:0.000} us, {index.Bytes / (double)posts:0} bytes a post; {index.Count:N0} kept; fresh posts joined {joinedFresh} of {fresh:N0}"));
        Print(recall, to);
        var (pairs, found) = Near(recall);
        return new NearCopyFigures(hashing / posts, placing / posts, index.Bytes / (double)posts, found / (double)Math.Max(1, pairs));
    }

    /// <summary>As the desk places the posts of a batch.</summary>
    private static void Place(StoryIndex index, Span<Signature> marks, Span<long> stories, int first)
    {
        Span<StoryAhead> ahead = new StoryAhead[StoryAhead.Together];
        for (var i = 0; i < marks.Length; i++)
        {
            for (var next = i; i % ahead.Length == 0 && next < Math.Min(marks.Length, i + ahead.Length); next++)
            {
                ahead[next - i] = index.Ahead(marks[next]);
            }

            stories[i] = index.Place(first + i, marks[i], ahead[i % ahead.Length]).Story;
        }
    }

    private static void Print((int Pairs, int Joined, int Same)[] recall, TextWriter to)
    {
        for (var band = 0; band <= Bands; band++)
        {
            if (recall[band].Pairs > 0)
            {
                to.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  J from {band / (double)Bands:0.0}: {recall[band].Pairs,7} copies, joined {recall[band].Joined / (double)recall[band].Pairs:0.0000}, the original's story {recall[band].Same / (double)recall[band].Pairs:0.0000}"));
            }
        }
    }

    private static (int Pairs, int Joined) Near((int Pairs, int Joined, int Same)[] recall) =>
        (recall[NearBand..].Sum(band => band.Pairs), recall[NearBand..].Sum(band => band.Joined));

    private static double Likeness(SyntheticPosts texts, ulong[] copy, uint original, ulong[] room)
    {
        var length = texts.Write(original, room, out _);
        return NearPairs.Likeness(copy, room.AsSpan(0, length));
    }

    private static double Cpu(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds;
    }
}

/// <param name="Hashing">CPU microseconds a post for its signature.</param>
/// <param name="Placing">And for finding its story.</param>
/// <param name="Bytes">A post.</param>
/// <param name="Recall">Share of the copies of a likeness of 0.7 and more that joined a story.</param>
internal sealed record NearCopyFigures(double Hashing, double Placing, double Bytes, double Recall);
