using System.Runtime.CompilerServices;
using Tarazy.Ingest.Channels;
using Tarazy.Ingest.Telegram.Export;
using Tarazy.Ingest.Telegram.Preview;
using Tarazy.Storage.Bulk;

namespace Tarazy.Ingest.Sources;

/// <summary>
/// The one way to read posts, with a database or without: an export file, a folder of exports and saved pages, one saved page, or a
/// channel's address.
/// </summary>
public sealed class PostSources(TimeProvider clock)
{
    /// <param name="from">A path, or an address such as <c>https://t.me/s/steppe_news</c>.</param>
    /// <returns>Channels, posts and refusals as they are read, posts one by one. What stands in the source is never thrown.</returns>
    public async IAsyncEnumerable<IngestItem> Open(
        string from,
        IngestOptions options,
        IProgress<IngestProgress>? progress = null,
        [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var blocks = new PostBlocks();
        await foreach (var item in ReadAsync(from, options, blocks, progress, cancel))
        {
            if (item is not IngestItem.PostsSeen { Posts: var posts })
            {
                yield return item;
                continue;
            }

            for (var i = 0; i < posts.Count; i++)
            {
                yield return new IngestItem.PostSeen(posts.ToPost(i));
            }

            blocks.Return(posts);
        }
    }

    /// <returns>As <see cref="Open"/> gives it, posts in blocks of <paramref name="blocks"/>.</returns>
    public async IAsyncEnumerable<IngestItem> OpenBlocks(
        string from,
        IngestOptions options,
        PostBlocks blocks,
        IProgress<IngestProgress>? progress = null,
        [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var single = blocks.Rent();
        await foreach (var item in ReadAsync(from, options, blocks, progress, cancel))
        {
            if (item is IngestItem.PostSeen { Post: var post })
            {
                single.Add(post);
            }

            if (single.Count > 0 && (single.Count >= options.BatchPosts || item is not IngestItem.PostSeen))
            {
                yield return new IngestItem.PostsSeen(single);
                single = blocks.Rent();
            }

            if (item is not IngestItem.PostSeen)
            {
                yield return item;
            }
        }

        if (single.Count > 0)
        {
            yield return new IngestItem.PostsSeen(single);
        }
        else
        {
            blocks.Return(single);
        }
    }

    /// <summary>Posts come as the format gives them: one by one from a page, in blocks from an export.</summary>
    private async IAsyncEnumerable<IngestItem> ReadAsync(
        string from,
        IngestOptions options,
        PostBlocks blocks,
        IProgress<IngestProgress>? progress,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!Path.Exists(from) && PreviewAddress.Handle(from) is { } handle)
        {
            await foreach (var item in new PreviewFetcher(options.Preview, clock).ReadAsync(handle, progress, cancel))
            {
                yield return item;
            }

            yield break;
        }

        if (options.ChannelList is { } path && !File.Exists(path))
        {
            yield return SourceFiles.Refused("not-found", $"The channel list {path} is not there. Nothing was read.", path);
            yield break;
        }

        var channels = options.ChannelList is { } list ? await ChannelList.ReadAsync(list, options.MostListedChannels, cancel) : ChannelList.None;
        foreach (var refusal in channels.Refusals)
        {
            yield return new IngestItem.Refused(refusal);
        }

        var (files, refused) = SourceFiles.Of(from, options.MostFiles);
        foreach (var file in files)
        {
            await foreach (var item in ReadFileAsync(file, options, channels, blocks, progress, cancel))
            {
                yield return item;
            }
        }

        if (refused is not null)
        {
            yield return refused;
        }
    }

    private async IAsyncEnumerable<IngestItem> ReadFileAsync(
        string file, IngestOptions options, ChannelList channels, PostBlocks blocks, IProgress<IngestProgress>? progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        var name = Path.GetFileName(file);
        await using var stream = SourceFiles.TryOpen(file);
        if (stream is null)
        {
            yield return SourceFiles.Refused("unreadable-file", $"{name} could not be opened. Nothing of it was kept.", name);
            yield break;
        }

        var items = SourceFiles.IsPage(file) ? ReadPageAsync(name, stream, options, cancel) : ReadExportAsync(name, stream, options, channels, blocks, cancel);
        var posts = 0L;
        var meter = new ProgressMeter(name, stream.Length, progress);
        await foreach (var item in items)
        {
            posts += item is IngestItem.PostSeen ? 1 : item is IngestItem.PostsSeen many ? many.Posts.Count : 0;
            meter.At(stream.Position, posts);
            yield return item;
        }

        meter.End(stream.Position, posts);
    }

    private async IAsyncEnumerable<IngestItem> ReadExportAsync(
        string name, FileStream stream, IngestOptions options, ChannelList channels, PostBlocks blocks, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var reader = new ExportReader(name, stream, options, channels, clock.GetUtcNow(), blocks);
        await foreach (var item in reader.ReadAsync(cancel))
        {
            yield return item;
        }
    }

    private async IAsyncEnumerable<IngestItem> ReadPageAsync(
        string name, FileStream stream, IngestOptions options, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (stream.Length > options.Preview.MostPageBytes)
        {
            yield return SourceFiles.Refused("large-page", $"{name} is larger than a page may be. Nothing of it was kept.", name);
            yield break;
        }

        var page = await new PreviewParser(options.Preview).ParseAsync(stream, cancel);
        foreach (var item in PreviewItems.Of(page, name, clock.GetUtcNow()))
        {
            yield return item;
        }
    }
}
