using System.Globalization;
using Microsoft.Extensions.Options;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed class GatewayOptionsValidator : IValidateOptions<GatewayOptions>
{
    private static readonly (string Name, Func<GatewayOptions, TimeSpan> Value, TimeSpan Least)[] s_times =
    [
        (nameof(GatewayOptions.AttemptLimit), o => o.AttemptLimit, TimeSpan.FromSeconds(1)),
        (nameof(GatewayOptions.CallLimit), o => o.CallLimit, TimeSpan.FromSeconds(1)),
        (nameof(GatewayOptions.UrlUploadLimit), o => o.UrlUploadLimit, TimeSpan.FromSeconds(1)),
        (nameof(GatewayOptions.RetryDelay), o => o.RetryDelay, TimeSpan.FromMilliseconds(10)),
        (nameof(GatewayOptions.MaxRetryWait), o => o.MaxRetryWait, TimeSpan.FromSeconds(1)),
        (nameof(GatewayOptions.SubmitGrace), o => o.SubmitGrace, TimeSpan.FromSeconds(1)),
        (nameof(GatewayOptions.UploadGrace), o => o.UploadGrace, TimeSpan.Zero),
        (nameof(GatewayOptions.TransferStallLimit), o => o.TransferStallLimit, TimeSpan.FromSeconds(5)),
        (nameof(GatewayOptions.TurnByteLimit), o => o.TurnByteLimit, TimeSpan.FromSeconds(10)),
        (nameof(GatewayOptions.TurnIdleLimit), o => o.TurnIdleLimit, TimeSpan.FromSeconds(10)),
        (nameof(GatewayOptions.TurnFailedLimit), o => o.TurnFailedLimit, TimeSpan.FromSeconds(1)),
        (nameof(GatewayOptions.TurnTotalLimit), o => o.TurnTotalLimit, TimeSpan.FromSeconds(10)),
        (nameof(GatewayOptions.StillWorkingInterval), o => o.StillWorkingInterval, TimeSpan.FromSeconds(1)),
    ];

    private static readonly (string Name, Func<GatewayOptions, long> Value, long Least)[] s_amounts =
    [
        (nameof(GatewayOptions.MaxTries), o => o.MaxTries, 1),
        (nameof(GatewayOptions.MinUploadRate), o => o.MinUploadRate, 1),
        (nameof(GatewayOptions.MaxStreamLineBytes), o => o.MaxStreamLineBytes, 1024),
        (nameof(GatewayOptions.MaxStreamEventBytes), o => o.MaxStreamEventBytes, 1024),
        (nameof(GatewayOptions.MaxStreamBytes), o => o.MaxStreamBytes, 1024),
        (nameof(GatewayOptions.MaxStreamEvents), o => o.MaxStreamEvents, 1),
        (nameof(GatewayOptions.MaxStateBytes), o => o.MaxStateBytes, 1024),
        (nameof(GatewayOptions.MaxReplyBytes), o => o.MaxReplyBytes, 1024),
        (nameof(GatewayOptions.MaxErrorBytes), o => o.MaxErrorBytes, 1024),
        (nameof(GatewayOptions.MaxDownloadBytes), o => o.MaxDownloadBytes, 1024),
    ];

    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        var faults = new ValidateOptionsResultBuilder();
        if (options.BaseAddress is { } address && !IsAllowed(address))
        {
            faults.AddError($"The backend's address (NEMO_API_URL or --backend) must be https, or http on this machine, without user and password; '{address.Scheme}://{address.Host}' is not.");
        }

        if (options.WebAddress.Scheme != Uri.UriSchemeHttps)
        {
            faults.AddError($"NEMO_WEB_URL must be https, not '{options.WebAddress.Scheme}'.");
        }

        if (options.Token is { } token && !BackendIds.IsToken(token))
        {
            faults.AddError("NEMO_TOKEN holds characters that no token has. Copy it again, without quotes and line ends.");
        }

        if (options.ClientId is { } clientId && !BackendIds.IsPlain(clientId))
        {
            faults.AddError("NEMO_CLIENT_ID may hold letters, digits, '-' and '_' only, at most 128.");
        }

        if (!Path.IsPathFullyQualified(options.DataFolder))
        {
            faults.AddError("Gateway:DataFolder must be an absolute path.");
        }

        if (options.ProductVersion.Length == 0)
        {
            faults.AddError("Gateway:ProductVersion is missing: a backend refuses to render without it.");
        }

        foreach (var (field, value, least) in s_times)
        {
            if (value(options) < least)
            {
                faults.AddError($"Gateway:{field} is {value(options)}; the least is {least}.");
            }
        }

        foreach (var (field, value, least) in s_amounts)
        {
            if (value(options) < least)
            {
                faults.AddError(string.Create(CultureInfo.InvariantCulture, $"Gateway:{field} is {value(options)}; the least is {least}."));
            }
        }

        return faults.Build();
    }

    private static bool IsAllowed(Uri address) =>
        address.IsAbsoluteUri
        && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
