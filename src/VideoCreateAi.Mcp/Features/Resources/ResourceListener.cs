using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.Resources;

/// <summary>Answers a request to listen, as revision 2026-07-28 has it: the answer begins with what will be told, and goes on until the
/// client cancels it or goes away.</summary>
internal sealed class ResourceListener(ProjectNews news, ProjectResources resources)
{
    public async ValueTask<EmptyResult> ListenAsync(RequestContext<SubscriptionsListenRequestParams> context, CancellationToken cancellationToken)
    {
        var asked = context.Params?.Notifications ?? new SubscriptionsListenNotifications();
        if (asked.ResourceSubscriptions is { Count: > ResourceWatch.MostResources })
        {
            throw ResourceFaults.Invalid($"A stream tells of at most {ResourceWatch.MostResources} resources.");
        }

        var wanted = await KnownAsync(asked.ResourceSubscriptions ?? [], cancellationToken);
        var granted = new SubscriptionsListenNotifications
        {
            // They never change while the server runs, so this promise is kept without a word.
            ToolsListChanged = asked.ToolsListChanged is true ? true : null,
            ResourcesListChanged = asked.ResourcesListChanged is true ? true : null,
            ResourceSubscriptions = wanted.Count > 0 ? [.. wanted.Select(uri => uri.ToString())] : null,
        };
        var isEmpty = granted is { ToolsListChanged: null, ResourcesListChanged: null, ResourceSubscriptions: null };

        // Before it is said that changes are told, so that none is missed in between.
        using var feed = isEmpty ? null : news.Open() ?? throw TooMany();
        await SendAsync(
            context, NotificationMethods.SubscriptionsAcknowledgedNotification, new SubscriptionsAcknowledgedNotificationParams { Notifications = granted }, cancellationToken);
        try
        {
            await TellAsync(context, granted, wanted, feed, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // That is how a stream ends.
        }

        return new EmptyResult();
    }

    public static ToolRefusedException TooMany() => new(
        "too_many_listeners", "Too many clients listen for changes already. Close one that is not needed, and try again.");

    private static async Task TellAsync(
        RequestContext<SubscriptionsListenRequestParams> context, SubscriptionsListenNotifications granted, HashSet<ResourceUri> wanted,
        ProjectFeed? feed, CancellationToken cancellationToken)
    {
        if (feed is null)
        {
            return;
        }

        await foreach (var change in feed.ReadAsync(cancellationToken))
        {
            if (change.Kind == ProjectChangeKind.List)
            {
                if (granted.ResourcesListChanged is true)
                {
                    await SendAsync(context, NotificationMethods.ResourceListChangedNotification, new ResourceListChangedNotificationParams(), cancellationToken);
                }

                continue;
            }

            foreach (var uri in ResourceUri.ShowingTimelineOf(change.ProjectId).Where(wanted.Contains))
            {
                await SendAsync(
                    context, NotificationMethods.ResourceUpdatedNotification, new ResourceUpdatedNotificationParams { Uri = uri.ToString() }, cancellationToken);
            }
        }
    }

    private async Task<HashSet<ResourceUri>> KnownAsync(IEnumerable<string> asked, CancellationToken cancellationToken)
    {
        HashSet<ResourceUri> known = [];
        foreach (var text in asked)
        {
            if (ResourceUri.TryParse(text, out var uri) && await resources.IsThereAsync(uri, cancellationToken))
            {
                known.Add(uri);
            }
        }

        return known;
    }

    /// <summary>Each notification bears the id of the request to listen, since several streams may share one channel.</summary>
    private static Task SendAsync<T>(
        RequestContext<SubscriptionsListenRequestParams> context, string method, T parameters, CancellationToken cancellationToken)
    {
        var type = (JsonTypeInfo<T>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));
        var body = JsonSerializer.SerializeToNode(parameters, type) as JsonObject ?? [];
        body["_meta"] = new JsonObject
        {
            [MetaKeys.SubscriptionId] = context.JsonRpcRequest.Id.Id switch
            {
                long number => JsonValue.Create(number),
                string text => JsonValue.Create(text),
                _ => null,
            },
        };
        return context.Server.SendMessageAsync(new JsonRpcNotification { Method = method, Params = body }, cancellationToken);
    }
}
