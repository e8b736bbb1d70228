using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.EndToEndTests;

public sealed class NewsTests : IAsyncLifetime
{
    private readonly PublishedServer _server = new();
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task A_client_that_has_asked_for_resources_hears_of_a_new_project()
    {
        var client = await _server.ConnectAsync(options: new McpClientOptions
        {
            ProtocolVersion = "2025-11-25",
            Handlers = new McpClientHandlers
            {
                NotificationHandlers =
                [
                    KeyValuePair.Create<string, Func<JsonRpcNotification, CancellationToken, ValueTask>>(
                        NotificationMethods.ResourceListChangedNotification, (_, _) =>
                        {
                            _told.TrySetResult();
                            return ValueTask.CompletedTask;
                        }),
                ],
            },
        });
        var before = await client.ListResourcesAsync();

        await client.CallToolAsync("open_project", new Dictionary<string, object?> { ["new"] = true, ["name"] = "Holiday" });
        await _told.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(["operations.json"], before.Select(resource => resource.Name));
        Assert.Equal("Timeline: Holiday", (await client.ListResourcesAsync())[0].Title);
        Assert.False(File.Exists(Path.Combine(_server.DataFolder, "studio.sock")));
    }
}
