using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Studio.Jobs;

namespace VideoCreateAi.Studio.Api;

/// <summary>Ends the studio when nobody needs it: some time after the last request and the last render, or as soon as
/// the renders are done once a newer client has asked it to make room.</summary>
internal sealed partial class StudioLifetime(
    StudioOptions options, RenderStore renders, IHostApplicationLifetime application, TimeProvider clock, ILogger<StudioLifetime> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_checkInterval = TimeSpan.FromSeconds(1);

    private long _lastVisit = clock.GetTimestamp();
    private int _visitors;
    private volatile bool _draining;

    public bool IsDraining => _draining;

    /// <summary>A request has come in. Disposing the answer says that it has left.</summary>
    public Visit Enter()
    {
        Interlocked.Increment(ref _visitors);
        return new Visit(this);
    }

    public void Drain() => _draining = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(s_checkInterval, clock, stoppingToken);
            var idle = clock.GetElapsedTime(Volatile.Read(ref _lastVisit));
            if ((_draining || idle > options.IdleLimit) && Volatile.Read(ref _visitors) == 0 && (await renders.UnfinishedAsync(stoppingToken)).Count == 0)
            {
                LogEnding(idle);
                application.StopApplication();
                return;
            }
        }
    }

    private void Leave()
    {
        Volatile.Write(ref _lastVisit, clock.GetTimestamp());
        Interlocked.Decrement(ref _visitors);
    }

    internal readonly struct Visit(StudioLifetime lifetime) : IDisposable
    {
        public void Dispose() => lifetime.Leave();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Nobody has asked for anything for {Idle}: the studio ends.")]
    private partial void LogEnding(TimeSpan idle);
}
