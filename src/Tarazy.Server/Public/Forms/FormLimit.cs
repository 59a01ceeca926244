using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Tarazy.Server.Public.Forms;

/// <summary>A bucket of forms for every address. Reading is not limited by it: the register is there to be read.</summary>
internal sealed class FormLimit(IOptions<PublicOptions> options) : IRateLimiterPolicy<string>
{
    public const string Name = "public-form";

    private const int NetworkBytes = 8;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = (rejected, _) =>
    {
        var response = rejected.HttpContext.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        }

        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        HttpMethods.IsPost(httpContext.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter(KeyOf(httpContext.Connection.RemoteIpAddress), _ => Bucket())
            : RateLimitPartition.GetNoLimiter("");

    /// <summary>One household has a whole /64 of IPv6, so its lower half tells nobody apart.</summary>
    internal static string KeyOf(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, NetworkBytes))
            : plain.ToString();
    }

    private TokenBucketRateLimiterOptions Bucket() => new()
    {
        TokenLimit = options.Value.FormsAtOnce,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = options.Value.FormPause,
        QueueLimit = 0,
        AutoReplenishment = true,
    };
}
