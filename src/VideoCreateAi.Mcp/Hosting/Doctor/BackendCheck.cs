using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Mcp.Hosting.StudioProcess;
using VideoCreateAi.Studio.Checkup;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>Whether the backend answers. Nothing of the account is sent.</summary>
internal static class BackendCheck
{
    private const string Name = "backend";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    public static Task<DoctorCheck> RunAsync(ServerSettings settings, CancellationToken cancellationToken) => BackendChoice.Of(settings) switch
    {
        { Kind: BackendKind.Studio } => StudioAsync(settings, cancellationToken),
        var network => NetworkAsync(network, NetworkConnection.ToBackend(network, ServerServices.OptionsOf(settings)), cancellationToken),
    };

    public static async Task<DoctorCheck> NetworkAsync(BackendDescription backend, HttpMessageHandler connection, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(connection) { Timeout = s_limit };
        try
        {
            // Any answer will do: the address is there and speaks HTTP.
            using var reply = await client.GetAsync(backend.Address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return new() { Name = Name, State = FindingState.Ok, Detail = $"{backend.Name} answers ({backend.Address.Authority})" };
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new()
            {
                Name = Name,
                State = FindingState.Missing,
                Detail = $"{backend.Name} cannot be reached ({backend.Address.Authority})",
                Mend = "look at the network, HTTPS_PROXY and NEMO_API_URL, or use --backend studio",
            };
        }
    }

    /// <summary>The token's presence, never its value.</summary>
    public static DoctorCheck Token(ServerSettings settings) => new()
    {
        Name = "token",
        State = FindingState.Ok,
        Detail = (settings.Token is not null, BackendChoice.Of(settings).Kind) switch
        {
            (true, BackendKind.Studio) => "NEMO_TOKEN is set; the studio does not use it",
            (true, _) => "NEMO_TOKEN is set",
            (false, BackendKind.Studio) => "not set; the studio needs none",
            _ => "NEMO_TOKEN is not set: a starter account is used",
        },
    };

    private static async Task<DoctorCheck> StudioAsync(ServerSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            using var launcher = new StudioLauncher(settings, TimeProvider.System, NullLogger<StudioLauncher>.Instance);
            await launcher.EnsureAsync(cancellationToken);
            return new() { Name = Name, State = FindingState.Ok, Detail = "the studio on this machine runs" };
        }
        catch (Exception fault) when (fault is BackendException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return new()
            {
                Name = Name,
                State = FindingState.Missing,
                Detail = fault.Message,
                Mend = $"read {Path.Combine(settings.DataFolder, "logs", "studio.log")}, or run: videocreateai studio",
            };
        }
    }
}
