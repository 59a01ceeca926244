using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tarazy.Records.Outcomes;
using Tarazy.Storage.Contexts;

namespace Tarazy.Server.Accounts;

/// <summary>Who may come in: invitations by one-time link, then a password of one's own.</summary>
internal sealed class AccountBook(IDbContextFactory<DeskContext> contexts, TimeProvider clock)
{
    private const int ShortestPassword = 12;
    private const int LongestPassword = 200;
    private const int FailuresBeforeLock = 5;
    private static readonly TimeSpan LockFor = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan InvitationFor = TimeSpan.FromDays(7);
    private static readonly PasswordHasher<AccountRow> Hasher = new();

    public async Task<IReadOnlyList<AccountRow>> ListAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<AccountRow>().AsNoTracking().OrderBy(a => a.Alias).ToListAsync(cancel);
    }

    public async Task<AccountRow?> FindAsync(string alias, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<AccountRow>().AsNoTracking().FirstOrDefaultAsync(a => a.Alias == alias, cancel);
    }

    /// <summary>Makes the next alias and its invitation. The token is shown once and not stored.</summary>
    public async Task<(string Alias, string Token)> InviteAsync(
        string name, IReadOnlyList<string> roles, IReadOnlyList<string> languages, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var people = await db.Set<AccountRow>().CountAsync(cancel);
        var alias = string.Create(CultureInfo.InvariantCulture, $"R-{people + 1:00}");
        var token = NewToken();
        db.Add(new AccountRow
        {
            Alias = alias,
            Name = name,
            Roles = string.Join(',', roles),
            Languages = string.Join(',', languages),
            InvitationHash = HashOf(token),
            InvitedUntil = clock.GetUtcNow() + InvitationFor,
            Stamp = NewToken(),
        });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (alias, token);
    }

    /// <summary>A new link for somebody who lost theirs, or their password. The old password and sessions end.</summary>
    public async Task<string?> InviteAgainAsync(string alias, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Set<AccountRow>().FindAsync([alias], cancel) is not { } row)
        {
            return null;
        }

        var token = NewToken();
        row.InvitationHash = HashOf(token);
        row.InvitedUntil = clock.GetUtcNow() + InvitationFor;
        row.PasswordHash = null;
        row.Stamp = NewToken();
        await db.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>The account that an unused invitation leads to; null when it was used or is too old.</summary>
    public async Task<AccountRow?> InvitedAsync(string token, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ByInvitation(db, token, cancel);
    }

    /// <summary>Uses an invitation: sets the password and ends the link.</summary>
    public async Task<Outcome<AccountRow>> AcceptAsync(string token, string password, CancellationToken cancel)
    {
        if (password.Length is < ShortestPassword or > LongestPassword)
        {
            return new PasswordLength(ShortestPassword, LongestPassword);
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await ByInvitation(db, token, cancel) is not { } row)
        {
            return new InvitationIsOver();
        }

        row.PasswordHash = Hasher.HashPassword(row, password);
        row.InvitationHash = null;
        row.InvitedUntil = null;
        row.Stamp = NewToken();
        row.FailedSignIns = 0;
        row.LockedUntil = null;
        await db.SaveChangesAsync(cancel);
        return row;
    }

    public async Task<Outcome<AccountRow>> SignInAsync(string alias, string password, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var name = alias.Trim().ToUpperInvariant();
        var row = await db.Set<AccountRow>().FirstOrDefaultAsync(a => a.Alias == name, cancel);
        var now = clock.GetUtcNow();
        if (row is { LockedUntil: { } until } && until > now)
        {
            return new SignInLocked(until);
        }

        var hash = row is { Disabled: false, PasswordHash: { } stored } ? stored : null;
        var good = hash is not null && password.Length <= LongestPassword
            && Hasher.VerifyHashedPassword(row!, hash, password) != PasswordVerificationResult.Failed;
        if (row is not null)
        {
            row.LastSeen = good ? now : row.LastSeen;
            row.FailedSignIns = good ? 0 : row.FailedSignIns + 1;
            row.LockedUntil = row.FailedSignIns >= FailuresBeforeLock ? now + LockFor : null;
            await db.SaveChangesAsync(cancel);
        }

        return good ? row! : new WrongSignIn();
    }

    /// <summary>Closes an account, or opens it again; sessions end with it.</summary>
    public async Task<Outcome<AccountRow>> SuspendAsync(string alias, bool suspend, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var people = await db.Set<AccountRow>().ToListAsync(cancel);
        if (people.FirstOrDefault(a => a.Alias == alias) is not { } row)
        {
            return new InvitationIsOver();
        }

        var admins = people.Count(a => !a.Disabled && SignIn.Split(a.Roles).Contains(Roles.Admin));
        if (suspend && !row.Disabled && SignIn.Split(row.Roles).Contains(Roles.Admin) && admins == 1)
        {
            return new LastAdmin();
        }

        row.Disabled = suspend;
        row.Stamp = NewToken();
        await db.SaveChangesAsync(cancel);
        return row;
    }

    public async Task<bool> AnybodyAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<AccountRow>().AnyAsync(a => a.PasswordHash != null, cancel);
    }

    private async Task<AccountRow?> ByInvitation(DeskContext db, string token, CancellationToken cancel)
    {
        var hash = HashOf(token);
        var now = clock.GetUtcNow();
        return await db.Set<AccountRow>().FirstOrDefaultAsync(a => a.InvitationHash == hash && a.InvitedUntil > now && !a.Disabled, cancel);
    }

    private static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
