using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.EndToEndTests;

/// <summary>Calls as an agent makes them.</summary>
internal static class ToolCalls
{
    /// <summary>Calls a tool that begins a job, and waits for the job by check_job as long as it takes.</summary>
    public static async Task<JsonElement> FinishAsync(
        this McpClient client, string tool, Dictionary<string, object?> arguments, IProgress<ProgressNotificationValue>? progress = null)
    {
        var data = Data(await client.CallToolAsync(tool, arguments, progress));
        return await client.FinishAsync(data);
    }

    public static async Task<JsonElement> FinishAsync(this McpClient client, JsonElement data)
    {
        while (data.GetProperty("status").GetString() == "running")
        {
            var check = await client.CallToolAsync("check_job", new Dictionary<string, object?> { ["job_id"] = data.GetProperty("job_id").GetString() });
            data = Data(check).GetProperty("jobs")[0];
        }

        return data;
    }

    /// <summary>As <see cref="FinishAsync(McpClient, string, Dictionary{string, object?}, IProgress{ProgressNotificationValue}?)"/>, with all that the last
    /// call showed.</summary>
    public static async Task<(JsonElement Job, CallToolResult Shown)> FinishShownAsync(this McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var shown = await client.CallToolAsync(tool, arguments);
        var job = Data(shown);
        while (job.GetProperty("status").GetString() == "running")
        {
            shown = await client.CallToolAsync("check_job", new Dictionary<string, object?> { ["job_id"] = job.GetProperty("job_id").GetString() });
            job = Data(shown).GetProperty("jobs")[0];
        }

        return (job, shown);
    }

    /// <summary>The argument <c>items</c>.</summary>
    public static JsonElement Items(params (string Text, string[] Files)[] videos) => JsonElement.Parse(new JsonArray([.. videos.Select(video =>
        new JsonObject { ["text"] = video.Text, ["files"] = new JsonArray([.. video.Files.Select(file => (JsonNode)file)]) })]).ToJsonString());

    public static JsonElement Data(CallToolResult result) =>
        result is { IsError: not true, StructuredContent: { } data } ? data : throw new InvalidOperationException(Text(result));

    public static string Text(CallToolResult result) => string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));
}
