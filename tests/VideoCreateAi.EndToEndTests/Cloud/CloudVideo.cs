using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.EndToEndTests.Cloud;

/// <summary>What somebody without an account lives through: one video out of a file and words, saved, and no credits left.</summary>
public sealed class CloudVideo : IAsyncLifetime
{
    public const string Wish = "turn this picture into a 4-second vertical promo at dusk";

    internal CloudStage Stage { get; private set; } = null!;

    internal ProgressLog Creating { get; } = new();

    internal ProgressLog Exporting { get; } = new();

    public McpClient Client { get; private set; } = null!;

    public string Picture { get; private set; } = "";

    public CallToolResult CreatedResult { get; private set; } = null!;

    public JsonElement Created => ToolCalls.Data(CreatedResult);

    public JsonElement Exported { get; private set; }

    public string File => Exported.GetProperty("export").GetProperty("path").GetString()!;

    public async Task InitializeAsync()
    {
        Stage = await CloudStage.BeginAsync(cloud => cloud.PollsUntilDone = 1);
        Picture = await Stage.PictureAsync();
        Client = await Stage.ConnectAsync();
        CreatedResult = await Client.CallToolAsync(
            "create_video", new Dictionary<string, object?> { ["text"] = Wish, ["files"] = new[] { Picture } }, Creating);

        // The call gives up waiting before the first poll of the render is due: check_job brings the end.
        var export = await Client.CallToolAsync("export_video", new Dictionary<string, object?> { ["wait_seconds"] = 1 }, Exporting);
        Exported = await Client.FinishAsync(ToolCalls.Data(export));
    }

    public async Task DisposeAsync() => await Stage.DisposeAsync();
}
