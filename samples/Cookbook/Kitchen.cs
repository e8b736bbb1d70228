using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Cookbook;

/// <summary>The real server, started as a client starts it, with the sample pictures in a folder of its own.</summary>
internal sealed class Kitchen(McpClient client, string input, string output) : IAsyncDisposable
{
    public static async Task<Kitchen> OpenAsync(string server, string pictures, string work)
    {
        var (input, output) = (Directory.CreateDirectory(Path.Combine(work, "in")).FullName, Path.Combine(work, "out"));
        foreach (var picture in Directory.GetFiles(pictures))
        {
            File.Copy(picture, Path.Combine(input, Path.GetFileName(picture)), overwrite: true);
        }

        var client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Name = "videocreateai",
            Command = "dotnet",
            Arguments = [server, "--backend", "studio", "--data", Path.Combine(work, "data"), "--output", output, "--allow-dir", input],
        }));
        return new Kitchen(client, input, output);
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();

    public async Task<IReadOnlyList<Served>> CookAsync(Recipe recipe)
    {
        foreach (var (name, text) in recipe.Texts)
        {
            await File.WriteAllTextAsync(Path.Combine(input, name), text);
        }

        // Every request begins a video of its own.
        await CallAsync("open_project", new JsonObject { ["new"] = true });
        List<Served> served = [];
        foreach (var step in recipe.Steps)
        {
            served.Add(await FinishAsync(step));
        }

        return served;
    }

    private async Task<Served> FinishAsync(Step step)
    {
        var (text, data) = await CallAsync(step.Tool, WithPaths(step.Arguments.DeepClone()).AsObject());
        while (data.TryGetProperty("status", out var status) && status.GetString() == "running")
        {
            (text, data) = await CallAsync("check_job", new JsonObject { ["job_id"] = data.GetProperty("job_id").GetString() });
            data = data.GetProperty("jobs")[0];
        }

        if (data.TryGetProperty("status", out var end) && end.GetString() != "done")
        {
            throw new InvalidOperationException(text);
        }

        var items = data.TryGetProperty("items", out var list) ? list.EnumerateArray().ToList() : [];
        var exports = items.Count > 0 ? items : data.TryGetProperty("export", out var export) ? [export] : [];
        return new Served(step, text, data.TryGetProperty("reply", out var reply) ? reply.GetString() : null, [.. exports.Select(FinishedFile.Of)]);
    }

    private async Task<(string Text, JsonElement Data)> CallAsync(string tool, JsonObject arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(pair => pair.Key, pair => (object?)JsonElement.Parse(pair.Value!.ToJsonString())));
        var text = result.Content.OfType<TextContentBlock>().First().Text;
        return result is { IsError: not true, StructuredContent: { } data } ? (text, data) : throw new InvalidOperationException($"{tool}: {text}");
    }

    // A name is a sample picture, a text of the recipe, or a video of an earlier one.
    private JsonNode WithPaths(JsonNode node)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                if (name == "files")
                {
                    fields[name] = new JsonArray([.. value!.AsArray().Select(file => (JsonNode)PathOf((string)file!))]);
                }
                else if (name == "items")
                {
                    fields[name] = new JsonArray([.. value!.AsArray().Select(item => WithPaths(item!.DeepClone()))]);
                }
            }
        }

        return node;
    }

    private string PathOf(string name) => new[] { input, output }.Select(folder => Path.Combine(folder, name)).First(File.Exists);
}
