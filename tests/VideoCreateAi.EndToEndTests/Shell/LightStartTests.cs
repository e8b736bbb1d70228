using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.EndToEndTests.Shell;

/// <summary>What draws on terminals is for the commands alone.</summary>
public sealed class LightStartTests
{
    [Fact]
    public async Task A_server_never_loads_what_draws()
    {
        await using var server = new PublishedServer();
        await using var wired = await WiredServer.StartAsync([PublishedServer.Library, "--data", server.DataFolder], []);

        var loaded = await File.ReadAllTextAsync($"/proc/{wired.ProcessId}/maps");

        Assert.Contains("videocreateai.dll", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("Spectre", loaded, StringComparison.Ordinal);
        await wired.EndAsync();
    }
}
