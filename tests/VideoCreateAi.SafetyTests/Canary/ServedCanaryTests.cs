using System.Text.Json;
using VideoCreateAi.SafetyTests.Memory;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.SafetyTests.Canary;

/// <summary>Two secrets of a server that serves HTTP, and every place where they must not be.</summary>
public sealed class ServedCanaryTests : IAsyncLifetime
{
    private readonly CanaryStage _stage = new();
    private HeavyBackend _backend = null!;

    public async Task InitializeAsync() => _backend = await HeavyBackend.StartAsync();

    public async Task DisposeAsync()
    {
        await _backend.DisposeAsync();
        _stage.Dispose();
    }

    [Fact]
    public async Task The_token_of_the_door_and_the_one_of_the_account_are_in_nothing_that_is_written()
    {
        await using var served = await ServedProgram.StartAsync(_stage, _backend.Address);
        _backend.Film = (await SmallFilm.BytesAsync(), 0);
        var picture = Path.Combine(_stage.InputFolder, "beach.png");
        await File.WriteAllBytesAsync(picture, Catalogue.TrapFolders.PngHead);

        string[] said =
        [
            await served.CallAsync("open_project", """{"new":true,"name":"canary"}"""),
            await served.CallAsync("get_credits", "{}"),
            await served.CallAsync("create_video", $$"""{"text":"a city at dusk, then export it","files":["{{JsonEncodedText.Encode(picture)}}"],"wait_seconds":30}"""),
            await served.CallAsync("upload_media", """{"files":["/proc/self/environ"],"wait_seconds":5}"""),
            await served.CallAsync("upload_media", $$"""{"files":["{{JsonEncodedText.Encode(served.TokenPath)}}"],"wait_seconds":5}"""),
            await served.CallAsync("no_such_tool", "{}"),
            await served.CallAsync("list_projects", "{}"),
            await served.CallAsync("check_job", "{}"),
        ];
        string[] written = [.. said, .. served.Program.Errors, .. served.Program.Children, ProcessFacts.CommandLine(served.Program.ProcessId)];

        Assert.NotEmpty(Directory.GetFiles(_stage.OutputFolder, "*.mp4"));
        Assert.Contains(served.Program.Children, child => child.Contains("studio", StringComparison.Ordinal));
        Assert.All(served.Program.Children, child => Assert.DoesNotContain("NEMO_TOKEN", child, StringComparison.Ordinal));
        _stage.AssertNowhere(_stage.Token, written);
        _stage.AssertNowhere(new CanaryToken(served.Token), written, except: served.TokenPath);
    }
}
