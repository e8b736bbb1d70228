using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.Resources;

/// <summary>What the client of one session wants to be told of, for the revisions that have sessions. It begins with the first question about
/// resources: a client that never asked has nothing that could be out of date.</summary>
internal sealed partial class ResourceWatch(
    ProjectNews news, ProjectResources resources, ClientLine line, TimeProvider clock, ILogger<ResourceWatch> logger) : IAsyncDisposable
{
    public const int MostResources = 100;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly HashSet<ResourceUri> _wanted = [];
    private readonly CancellationTokenSource _end = new();
    private ProjectFeed? _feed;
    private Task _telling = Task.CompletedTask;

    public void Begin<T>(RequestContext<T> context)
    {
        lock (_lock)
        {
            if (_feed is null && !_end.IsCancellationRequested && !ProtocolRevision.IsWithoutSessions(context) && line.Server is { } server && news.Open() is { } feed)
            {
                _feed = feed;
                _telling = Task.Run(() => TellAsync(feed, server), CancellationToken.None);
            }
        }
    }

    public async ValueTask<EmptyResult> SubscribeAsync(RequestContext<SubscribeRequestParams> context, CancellationToken cancellationToken)
    {
        if (!ResourceUri.TryParse(context.Params?.Uri, out var uri) || !await resources.IsThereAsync(uri, cancellationToken))
        {
            throw ResourceFaults.Missing(context);
        }

        Begin(context);
        lock (_lock)
        {
            if (_feed is null)
            {
                throw ResourceListener.TooMany();
            }

            if (_wanted.Count >= MostResources && !_wanted.Contains(uri))
            {
                throw ResourceFaults.Invalid($"This session is subscribed to {MostResources} resources; more are not kept. Unsubscribe from some first.");
            }

            _wanted.Add(uri);
        }

        return new EmptyResult();
    }

    /// <summary>From what it was not subscribed to, as well.</summary>
    public ValueTask<EmptyResult> UnsubscribeAsync(RequestContext<UnsubscribeRequestParams> context, CancellationToken cancellationToken)
    {
        if (ResourceUri.TryParse(context.Params?.Uri, out var uri))
        {
            lock (_lock)
            {
                _wanted.Remove(uri);
            }
        }

        return new(new EmptyResult());
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        lock (_lock)
        {
            _feed?.Dispose();
        }

        // A client that takes nothing any more must not hold up the end.
        await Task.WhenAny(_telling, Task.Delay(s_patience, clock, CancellationToken.None));
    }

    private async Task TellAsync(ProjectFeed feed, McpServer server)
    {
        try
        {
            await foreach (var change in feed.ReadAsync(_end.Token))
            {
                if (change.Kind == ProjectChangeKind.List)
                {
                    await server.SendNotificationAsync(NotificationMethods.ResourceListChangedNotification, _end.Token);
                    continue;
                }

                foreach (var uri in ResourceUri.ShowingTimelineOf(change.ProjectId).Where(IsWanted))
                {
                    await server.SendNotificationAsync(
                        NotificationMethods.ResourceUpdatedNotification, new ResourceUpdatedNotificationParams { Uri = uri.ToString() },
                        McpJsonUtilities.DefaultOptions, _end.Token);
                }
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The conversation is over.
        }
        catch (Exception exception)
        {
            // Nobody waits for this, and a client that cannot be reached must not bring down whoever changes a project.
            LogUnreachable(exception);
        }
        finally
        {
            feed.Dispose();
        }
    }

    private bool IsWanted(ResourceUri uri)
    {
        lock (_lock)
        {
            return _wanted.Contains(uri);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A client can no longer be told of changes.")]
    private partial void LogUnreachable(Exception exception);
}
