using System.Text.Json;
using VideoCreateAi.Mcp.Features.Editing;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

/// <summary>Exact edits are the studio's own: no other backend ever gets them.</summary>
public sealed class ExactEditCallTests
{
    private const string Operations = """[{"op":"total","seconds":8}]""";

    [Fact(Timeout = 60_000)]
    public async Task The_tool_refuses_them_for_another_backend_and_advises_words()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        var tool = new EditVideoTool(null!, null!, fixture.Client);
        using var operations = JsonDocument.Parse(Operations);

        var refused = await Assert.ThrowsAsync<ToolRefusedException>(() => tool.EditVideoAsync(null!, CancellationToken.None, null, operations.RootElement));

        Assert.Equal("operations_not_taken", refused.Code);
        Assert.Contains("Say the same in message", refused.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Server.Requests);
    }

    [Fact(Timeout = 60_000)]
    public async Task They_are_left_out_of_a_message_to_another_backend()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        fixture.Server.Expect("POST", "/run_sse", ScriptedReply.Events("""{"type":"text","content":"Done."}"""));

        await fixture.Client.RunTurnAsync("s1", "make it 8 seconds", Operations, progress: null, CancellationToken.None);

        Assert.DoesNotContain("operations", fixture.Server.Requests[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_words_and_without_operations_nothing_is_sent()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        var tool = new EditVideoTool(null!, null!, fixture.Client);

        var refused = await Assert.ThrowsAsync<ToolRefusedException>(() => tool.EditVideoAsync(null!, CancellationToken.None));

        Assert.Equal("invalid_argument", refused.Code);
    }
}
