using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tarazy.Tests.Detect;

/// <summary>Stops at the commit, as a process does that is killed there: the database keeps nothing of the transaction.</summary>
internal sealed class FailingCommits : DbTransactionInterceptor
{
    public bool Next { get; set; }

    /// <summary>Commits that are let through before the one that fails.</summary>
    public int After { get; set; }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (Next && After-- <= 0)
        {
            Next = false;
            throw new CrashException();
        }

        return ValueTask.FromResult(result);
    }

    public sealed class CrashException : Exception;
}
