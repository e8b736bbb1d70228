using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ModelContextProtocol.Client;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.EndToEndTests.Packages;

/// <summary>The package as NuGet gets it, packed of what the build made.</summary>
[Collection(OnePacksAtATime.Name)]
public sealed class NuGetPackageTests : IAsyncLifetime
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly TempFolder _folder = new();
    private readonly PublishedServer _server = new();

    private string Feed => _folder.File("feed");

    public async Task InitializeAsync() => await Command.RunAsync(
        "dotnet", ["pack", "src/VideoCreateAi.Mcp", "-c", "Release", "-o", Feed, "--no-build", "--no-restore", "-m:1", "--nologo", "-v", "quiet"]);

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_holds_what_a_server_needs_and_runs_from_a_folder_to_a_finished_video()
    {
        var path = Assert.Single(Directory.GetFiles(Feed, "*.nupkg"));
        var version = Inspect(path);

        foreach (var (name, color) in new[] { ("a.png", "orange"), ("b.png", "teal") })
        {
            await MediaTools.MakeAsync("-f", "lavfi", "-i", $"color={color}:s=640x360", "-frames:v", "1", Path.Combine(_server.InputFolder, name));
        }

        await using var client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Name = "videocreateai",
            Command = "dotnet",
            Arguments = ["dnx", $"VideoCreateAi.Mcp@{version}", "--source", Feed, "--yes", "--", .. _server.Arguments[1..]],
            WorkingDirectory = "/",
            EnvironmentVariables = new Dictionary<string, string?>
            {
                // Nothing of whoever runs the tests: no packages, no settings, no network (the one source is the folder).
                ["HOME"] = Directory.CreateDirectory(_folder.File("home")).FullName, ["DOTNET_CLI_HOME"] = _folder.File("home"), ["NUGET_PACKAGES"] = null, ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1",
            },
        }));
        var job = await client.FinishAsync("create_video", new()
        {
            ["text"] = "a 2 second slideshow, then export it as draft in 480p",
            ["files"] = new[] { Path.Combine(_server.InputFolder, "a.png"), Path.Combine(_server.InputFolder, "b.png") },
        });
        if (!job.TryGetProperty("export", out _))
        {
            job = await client.FinishAsync("export_video", new() { ["resolution"] = "480p", ["quality"] = "draft" });
        }

        var export = job.GetProperty("export");
        Assert.Equal(version, client.ServerInfo!.Version);
        var probed = await MediaTools.ProbeAsync(export.GetProperty("path").GetString()!);
        Assert.InRange(export.GetProperty("duration_seconds").GetDouble(), 1.9, 2.1);
        Assert.Contains(probed.GetProperty("streams").EnumerateArray(), stream => stream.GetProperty("codec_name").GetString() == "h264");
    }

    private static string Inspect(string path)
    {
        using var package = ZipFile.OpenRead(path);
        var names = package.Entries.Select(entry => entry.FullName).ToList();
        var nuspec = XDocument.Parse(Text(package, names.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal))));
        var version = nuspec.Descendants().Single(element => element.Name.LocalName == "version").Value;
        using var server = JsonDocument.Parse(Text(package, ".mcp/server.json"));

        Assert.Equal(["DotnetTool", "McpServer"], nuspec.Descendants().Where(element => element.Name.LocalName == "packageType").Select(element => element.Attribute("name")!.Value).Order());
        Assert.Equal((version, version), (server.RootElement.GetProperty("version").GetString()!, server.RootElement.GetProperty("packages")[0].GetProperty("version").GetString()!));
        Assert.Contains($"<!-- mcp-name: {server.RootElement.GetProperty("name").GetString()} -->", Text(package, "README.md"), StringComparison.Ordinal);
        Assert.InRange(new FileInfo(path).Length, 1_000_000, 20_000_000);
        foreach (var system in new[] { "linux-x64", "linux-arm64", "linux-musl-x64", "osx-x64", "osx-arm64", "win-x64", "win-arm64" })
        {
            Assert.Contains(names, name => name.StartsWith($"tools/net10.0/any/runtimes/{system}/native/", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(names, name => name.Contains("Test", StringComparison.Ordinal) || name.Contains("xunit", StringComparison.Ordinal) || name.EndsWith("/videocreateai", StringComparison.Ordinal));

        // Nobody is told in which folder it was built.
        var root = Encoding.UTF8.GetBytes(Repository.Root);
        Assert.All(package.Entries.Where(entry => entry.Name.StartsWith("VideoCreateAi", StringComparison.OrdinalIgnoreCase)), entry => Assert.True(Bytes(entry).AsSpan().IndexOf(root) < 0, entry.FullName));
        return version;
    }

    private static string Text(ZipArchive package, string name) => Encoding.UTF8.GetString(Bytes(package.GetEntry(name)!)).TrimStart(ByteOrderMark);

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
