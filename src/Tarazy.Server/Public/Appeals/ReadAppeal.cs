using Tarazy.Notice.Notices;
using Tarazy.Notice.Shelf;
using Tarazy.Publish.Register;
using Tarazy.Records.Notices;
using Tarazy.Server.Public.Names;

namespace Tarazy.Server.Public.Appeals;

/// <summary>Finds what a one-time link opens.</summary>
internal sealed class ReadAppeal(
    NoticeShelf shelf, PublicRegister register, PublicNames names, ChannelNames channels, AppealTerms terms)
{
    /// <param name="id">The notice that the link was made for; null when it is not the desk's link.</param>
    /// <returns>A view without a notice when there is nothing to show; it does not say why.</returns>
    public async Task<PublicAppealView> ViewAsync(string token, NoticeId? id, CancellationToken cancel)
    {
        var nothing = new PublicAppealView(token, null, null);
        if (id is null)
        {
            return nothing;
        }

        // Before somebody has signed, no letter with a link exists.
        var history = await shelf.HistoryAsync(id.Value, cancel);
        if (NoticeState.Fold(history) is not { Signed: not null } state)
        {
            return nothing;
        }

        var logged = await register.FindAsync(state.Drafted.Number, cancel);
        var channel = await channels.OfAsync(state.Drafted.Channel.Value, cancel);
        return new PublicAppealView(
            token,
            BuildAppeal.Notice(state, history, logged?.Entries ?? [], channel, names),
            Until: null,
            BuildAppeal.Status(state, history, terms.Days),
            Longest: terms.Longest);
    }
}

/// <param name="Days">Within how many days the desk decides.</param>
/// <param name="Longest">Most characters that the desk takes.</param>
internal sealed record AppealTerms(int Days, int Longest);
