using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.ProtocolTests.Resources;

/// <summary>What a client was told of resources.</summary>
internal sealed class HeardNotes
{
    public const string Updated = NotificationMethods.ResourceUpdatedNotification;
    public const string ListChanged = NotificationMethods.ResourceListChangedNotification;
    public const string Acknowledged = NotificationMethods.SubscriptionsAcknowledgedNotification;

    private readonly Lock _lock = new();
    private readonly List<(string Method, JsonObject? Params)> _notes = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IEnumerable<KeyValuePair<string, Func<JsonRpcNotification, CancellationToken, ValueTask>>> Handlers =>
        new[] { Updated, ListChanged, Acknowledged }.Select(method => KeyValuePair.Create<string, Func<JsonRpcNotification, CancellationToken, ValueTask>>(method, (note, _) =>
        {
            Add(method, note.Params as JsonObject);
            return ValueTask.CompletedTask;
        }));

    public IReadOnlyList<(string Method, JsonObject? Params)> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _notes];
            }
        }
    }

    /// <summary>Addresses that were told to have changed, in order.</summary>
    public IReadOnlyList<string> UpdatedUris => [.. All.Where(note => note.Method == Updated).Select(note => (string)note.Params!["uri"]!)];

    public int CountOf(string method) => All.Count(note => note.Method == method);

    public async Task UntilAsync(Func<HeardNotes, bool> isEnough)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                more = _more.Task;
            }

            if (isEnough(this))
            {
                return;
            }

            await more.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    private void Add(string method, JsonObject? parameters)
    {
        lock (_lock)
        {
            _notes.Add((method, parameters));
            _more.TrySetResult();
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
