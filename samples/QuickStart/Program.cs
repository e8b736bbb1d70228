// An MCP client in a page: starts the real server over stdio, asks for a video in plain words, and shows what an agent sees.
// Arguments: the published server (videocreateai.dll), then the pictures.
using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using QuickStart;

const string Wish =
    "turn these images into a 30-second promo video with background music, crossfades and the title 'Urban Dreams' for the first 3 seconds, vertical";

if (args is not [var server, .. var pictures] || pictures.Length == 0)
{
    Console.Error.WriteLine("Usage: QuickStart <path of videocreateai.dll> <picture> [<picture> …]");
    return 1;
}

await using var client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
{
    Name = "videocreateai",
    Command = "dotnet",
    Arguments = [server],
    StandardErrorLines = line => Console.Error.WriteLine($"  (server) {line}"),
}));
Console.WriteLine($"Connected to {client.ServerInfo?.Title} {client.ServerInfo?.Version}.");
Console.WriteLine();

Console.WriteLine($"> create_video: {Wish}");
await CallAsync("create_video", new() { ["text"] = Wish, ["files"] = pictures });

Console.WriteLine("> export_video");
var result = await CallAsync("export_video", new() { ["name"] = "Urban Dreams" });
var file = result.GetProperty("export");

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
    Your video:
      {file.GetProperty("path").GetString()}
      {file.GetProperty("duration_seconds").GetDouble():0.000} s · {file.GetProperty("width").GetInt32()}x{file.GetProperty("height").GetInt32()} · {file.GetProperty("bytes").GetInt64() / 1e6:0.0} MB

    Now in your own client (claude-desktop, claude-code, cursor or vscode):
      dotnet {Path.GetRelativePath(Environment.CurrentDirectory, server)} setup --client claude-desktop
    """));
return 0;

async Task<JsonElement> CallAsync(string tool, Dictionary<string, object?> arguments)
{
    var result = await client.CallToolAsync(tool, arguments, new ConsoleProgress());
    var data = Check(result);
    while (data.GetProperty("status").GetString() == "running")
    {
        var check = new Dictionary<string, object?> { ["job_id"] = data.GetProperty("job_id").GetString() };
        result = await client.CallToolAsync("check_job", check, new ConsoleProgress());
        data = Check(result).GetProperty("jobs")[0];
    }

    Console.WriteLine();
    foreach (var text in result.Content.OfType<TextContentBlock>())
    {
        Console.WriteLine(text.Text);
    }

    Console.WriteLine();
    return data.GetProperty("status").GetString() == "done"
        ? data
        : throw new InvalidOperationException($"{data.GetProperty("error_code").GetString()}: {data.GetProperty("error").GetString()}");
}

static JsonElement Check(CallToolResult result) => result is { IsError: not true, StructuredContent: { } data }
    ? data
    : throw new InvalidOperationException(string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text)));
