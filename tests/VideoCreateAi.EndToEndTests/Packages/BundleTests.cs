using System.IO.Compression;
using System.Text.Json;
using ModelContextProtocol.Client;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.EndToEndTests.Packages;

/// <summary>The bundles that desktop clients install, made by the script that makes them for users and judged by their format's own tool.</summary>
[Collection(OnePacksAtATime.Name)]
public sealed class BundleTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly PublishedServer _server = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Bundles_are_valid_and_the_one_for_this_system_serves_by_its_own_manifest()
    {
        await BuildAsync("QUICK", "linux-x64", "win-x64");
        await BuildAsync("MANIFEST_ONLY", "osx-arm64");

        Assert.Equal("darwin", Manifest(_folder.File("osx-arm64/manifest.json")).GetProperty("compatibility").GetProperty("platforms")[0].GetString());
        using (var windows = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(_folder.Path, "*-win-x64.mcpb"))))
        {
            Assert.Equal(["LICENSE", "manifest.json", "server/e_sqlite3.dll", "server/videocreateai.exe"], windows.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        }

        using (var bill = JsonDocument.Parse(await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_folder.Path, "*-win-x64.cdx.json")))))
        {
            // What a bundle brings along is named, the runtime of its platform too.
            var names = bill.RootElement.GetProperty("components").EnumerateArray().Select(component => component.GetProperty("name").GetString()).ToList();
            Assert.Superset(new HashSet<string?>(["Microsoft.NETCore.App.Runtime.win-x64", "Microsoft.AspNetCore.App.Runtime.win-x64", "SQLitePCLRaw.lib.e_sqlite3", "Polly.Core"]), names.ToHashSet());
        }

        var unpacked = _folder.File("unpacked");

        // With the right to run it, which the bundle must have kept.
        await ZipFile.ExtractToDirectoryAsync(Assert.Single(Directory.GetFiles(_folder.Path, "*-linux-x64.mcpb")), unpacked);
        await using var client = await LaunchAsync(unpacked, Manifest(Path.Combine(unpacked, "manifest.json")));
        var tools = await client.ListToolsAsync();

        Assert.Equal(Manifest(Path.Combine(unpacked, "manifest.json")).GetProperty("version").GetString(), client.ServerInfo!.Version);
        Assert.Contains(tools, tool => tool.Name == "create_video");
    }

    // As a client does it: the defaults of the settings, put where the manifest says.
    private async Task<McpClient> LaunchAsync(string folder, JsonElement manifest)
    {
        var settings = manifest.GetProperty("user_config").EnumerateObject()
            .Where(setting => setting.Value.GetProperty("default").ValueKind == JsonValueKind.String)
            .ToDictionary(setting => $"${{user_config.{setting.Name}}}", setting => setting.Value.GetProperty("default").GetString()!);
        string Filled(string text) => settings.Aggregate(text.Replace("${__dirname}", folder, StringComparison.Ordinal), (filled, setting) => filled.Replace(setting.Key, setting.Value, StringComparison.Ordinal));
        var launch = manifest.GetProperty("server").GetProperty("mcp_config");
        var environment = launch.GetProperty("env").EnumerateObject().ToDictionary(variable => variable.Name, variable => (string?)Filled(variable.Value.GetString()!));
        environment["VIDEOCREATEAI_DATA"] = _server.DataFolder;
        environment["HOME"] = Directory.CreateDirectory(_server.HomeFolder).FullName;
        environment["DOTNET_ROOT"] = "/nowhere";
        return await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Name = "videocreateai",
            Command = Filled(launch.GetProperty("command").GetString()!),

            // A list that is empty leaves nothing of itself.
            Arguments = [.. launch.GetProperty("args").EnumerateArray().Select(argument => argument.GetString()!).Where(argument => argument != "${user_config.allowed_folders}")],
            WorkingDirectory = "/",
            EnvironmentVariables = environment,
        }));
    }

    private Task<string> BuildAsync(string way, params string[] runtimes) =>
        Command.RunAsync("bash", [Path.Combine(Repository.Root, "packaging", "mcpb", "build.sh"), .. runtimes], new() { ["OUT"] = _folder.Path, [way] = "1" });

    private static JsonElement Manifest(string path)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
        return manifest.RootElement.Clone();
    }
}
