using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Studio;

namespace VideoCreateAi.Mcp.Hosting.StudioProcess;

/// <summary>Finds the user's studio, or starts it: one detached process per data directory, shared by all clients and outliving them.</summary>
internal sealed partial class StudioLauncher : IDisposable
{
    /// <summary>The format of the data directory that this version knows.</summary>
    private const int KnownDataFormat = 1;

    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_drainLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    private readonly ServerSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<StudioLauncher> _logger;
    private readonly string _socket;
    private readonly HttpClient _client;
    private readonly SemaphoreSlim _gate = new(1, 1);

    public StudioLauncher(ServerSettings settings, TimeProvider clock, ILogger<StudioLauncher> logger)
    {
        _settings = settings;
        _clock = clock;
        _logger = logger;
        _socket = StudioSocket.PathFor(settings.DataFolder);
        _client = new HttpClient(StudioConnection.Create(_ => ValueTask.FromResult(_socket)))
        {
            BaseAddress = new Uri("http://studio/"),
            Timeout = TimeSpan.FromSeconds(5),
        };
    }

    /// <summary>The socket of a studio that answers.</summary>
    /// <exception cref="BackendException">It cannot be started, or a newer version owns the data directory.</exception>
    public async ValueTask<string> EnsureAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (await AskAsync(cancellationToken) is { } running && await IsUsableAsync(running, cancellationToken))
            {
                return _socket;
            }

            await StartAsync(cancellationToken);
            return _socket;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _gate.Dispose();
    }

    private async Task<StudioVersion?> AskAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(_socket))
        {
            return null;
        }

        try
        {
            var reply = await _client.GetFromJsonAsync(Routes.StudioVersion, WireJson.Default.EnvelopeStudioVersion, cancellationToken);
            return reply?.Data;
        }
        catch (Exception exception) when (
            exception is HttpRequestException or SocketException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private async Task<bool> IsUsableAsync(StudioVersion running, CancellationToken cancellationToken)
    {
        if (running.DataFormat > KnownDataFormat)
        {
            throw new BackendException(
                BackendFault.BackendUnreachable,
                $"A newer videocreateai ({running.Version}) owns this data directory. Update this one, or choose another directory with --data.");
        }

        if (running.Draining || Version.Parse(running.Version) < Version.Parse(ServerSettings.ProductVersion))
        {
            return !await HasMadeRoomAsync(cancellationToken);
        }

        return true;
    }

    // An older studio that still renders is used as it is: it speaks the same protocol, and its work is not thrown away.
    private async Task<bool> HasMadeRoomAsync(CancellationToken cancellationToken)
    {
        using var reply = await _client.PostAsync(Routes.StudioDrain, content: null, cancellationToken);
        var begun = _clock.GetTimestamp();
        while (_clock.GetElapsedTime(begun) < s_drainLimit)
        {
            if (await AskAsync(cancellationToken) is null)
            {
                return true;
            }

            await Task.Delay(s_look, _clock, cancellationToken);
        }

        return false;
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        using var process = Process.Start(Command()) ?? throw NotStarted();
        LogStarted(process.Id);

        // Streams of our own, closed at once: the studio must not hold on to the pipes that carry MCP.
        process.StandardInput.Close();
        var begun = _clock.GetTimestamp();
        while (_clock.GetElapsedTime(begun) < s_startLimit)
        {
            if (await AskAsync(cancellationToken) is not null)
            {
                return;
            }

            // Another client's studio may have been faster and holds the directory: then that one answers soon.
            if (process.HasExited && process.ExitCode is not VideoCreateAi.Studio.StudioEnd.AlreadyRunningCode)
            {
                throw NotStarted();
            }

            await Task.Delay(s_look, _clock, cancellationToken);
        }

        throw NotStarted();
    }

    private ProcessStartInfo Command()
    {
        // The apphost when there is one, else dotnet with this program's library.
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Directory.CreateDirectory(_settings.DataFolder).FullName,
        };
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "videocreateai.dll"));
        }

        foreach (var argument in new[] { "studio", "--background", "--data", _settings.DataFolder })
        {
            start.ArgumentList.Add(argument);
        }

        // The token is for the cloud alone.
        start.Environment.Remove("NEMO_TOKEN");
        return start;
    }

    private BackendException NotStarted() => new(
        BackendFault.BackendUnreachable,
        $"The studio could not be started. {Path.Combine(_settings.DataFolder, "logs", "studio.log")} says why. Nothing was changed.");

    [LoggerMessage(Level = LogLevel.Information, Message = "Started the studio as process {ProcessId}.")]
    private partial void LogStarted(int processId);
}
