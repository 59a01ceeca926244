using Microsoft.EntityFrameworkCore;
using Tarazy.Storage.Contexts;

namespace Tarazy.Server.Accounts;

/// <summary>A person who works here, under an alias.</summary>
internal sealed class AccountRow
{
    /// <summary>What appears beside decisions, e.g. <c>R-07</c>.</summary>
    public required string Alias { get; init; }

    /// <summary>What colleagues call the person. It never leaves this table and the page of people.</summary>
    public required string Name { get; set; }

    /// <summary>Roles, comma separated: see <see cref="Roles"/>.</summary>
    public required string Roles { get; set; }

    /// <summary>Languages read, as ISO 639-1 codes, comma separated.</summary>
    public required string Languages { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>SHA-256 of the invitation's token; null once it was used.</summary>
    public string? InvitationHash { get; set; }

    public DateTimeOffset? InvitedUntil { get; set; }

    /// <summary>Changes with the password; a cookie with another stamp is no longer good.</summary>
    public required string Stamp { get; set; }

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public DateTimeOffset? LastSeen { get; set; }

    public bool Disabled { get; set; }
}

internal sealed class AccountPart : IDeskPart
{
    public void Build(ModelBuilder model)
    {
        var row = model.Entity<AccountRow>().ToTable("accounts");
        row.HasKey(a => a.Alias);
        row.Property(a => a.Alias).HasMaxLength(32);
        row.HasIndex(a => a.InvitationHash);
    }
}
