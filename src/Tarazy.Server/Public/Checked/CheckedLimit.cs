using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Tarazy.Server.Public.Forms;

namespace Tarazy.Server.Public.Checked;

/// <summary>Questions that one address may ask through the API: a program asks more often than a person and less politely.</summary>
internal sealed class CheckedLimit(IOptions<PublicOptions> options, FormLimit forms) : IRateLimiterPolicy<string>
{
    public const string Name = "checked-api";

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = forms.OnRejected;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.GetTokenBucketLimiter(
        FormLimit.KeyOf(httpContext.Connection.RemoteIpAddress),
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.QuestionsAMinute,
            TokensPerPeriod = options.Value.QuestionsAMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
            AutoReplenishment = true,
        });
}
