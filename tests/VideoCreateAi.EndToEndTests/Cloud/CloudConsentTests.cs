using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.EndToEndTests.Cloud;

/// <summary>Before credits are spent the user is asked, through every client that can ask.</summary>
public sealed class CloudConsentTests : IAsyncLifetime
{
    private const string Token = "nmv_usr_registered";

    private readonly List<string> _asked = [];
    private CloudStage _stage = null!;

    public async Task InitializeAsync() => _stage = await CloudStage.BeginAsync(cloud => cloud.Accounts[Token] = 1000);

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Theory]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task A_yes_lets_the_step_go_on_once(string version)
    {
        var client = await _stage.ConnectAsync(Token, Asking("accept", version));

        var created = await CreateAsync(client);

        Assert.NotEqual(true, created.IsError);
        Assert.Equal(["This step uses about 100 credits; you have 1000. Go on?"], _asked);
        Assert.Single(_stage.Cloud.Asked("POST", "/run_sse"));
    }

    [Theory]
    [InlineData("decline", "2025-11-25")]
    [InlineData("cancel", "2026-07-28")]
    public async Task A_no_sends_nothing(string answer, string version)
    {
        var client = await _stage.ConnectAsync(Token, Asking(answer, version));

        var created = await CreateAsync(client);

        Assert.True(created.IsError);
        Assert.StartsWith("declined: The user did not agree", ToolCalls.Text(created), StringComparison.Ordinal);
        Assert.Single(_asked);
        Assert.Empty(_stage.Cloud.Asked("POST", "/run_sse"));
    }

    [Fact]
    public async Task An_argument_is_no_consent()
    {
        var client = await _stage.ConnectAsync(Token, Asking("decline", "2025-11-25"));

        var created = await client.CallToolAsync("create_video", new Dictionary<string, object?> { ["text"] = CloudVideo.Wish, ["confirm"] = true });

        Assert.True(created.IsError);
        Assert.Empty(_stage.Cloud.Asked("POST", "/run_sse"));
    }

    [Fact]
    public async Task A_client_that_cannot_ask_approves_the_call_itself()
    {
        var client = await _stage.ConnectAsync(Token);

        Assert.NotEqual(true, (await CreateAsync(client)).IsError);
        Assert.Single(_stage.Cloud.Asked("POST", "/run_sse"));
    }

    private async Task<CallToolResult> CreateAsync(McpClient client) => await client.CallToolAsync(
        "create_video", new Dictionary<string, object?> { ["text"] = CloudVideo.Wish, ["files"] = new[] { await _stage.PictureAsync() }, ["wait_seconds"] = 120 });

    private McpClientOptions Asking(string answer, string version) => new()
    {
        ProtocolVersion = version,
        Handlers = new McpClientHandlers
        {
            ElicitationHandler = (request, _) =>
            {
                _asked.Add(request!.Message);
                return ValueTask.FromResult(new ElicitResult { Action = answer });
            },
        },
    };
}
