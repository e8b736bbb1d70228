using System.Text.Json;
using VideoCreateAi.SafetyTests.Canary;
using VideoCreateAi.SafetyTests.Catalogue;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.SafetyTests.Bounds;

/// <summary>Between the look at a path and its opening something else may have come to lie there, and no test is fast enough to put
/// it there each time. So the kernel is asked how files are opened.</summary>
public sealed class OpeningTests
{
    [Fact]
    public async Task A_file_of_the_user_is_opened_so_that_nothing_else_in_its_place_could_hold_the_server_or_become_its_terminal()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var stage = new CanaryStage();
        var picture = TrapFolders.Put(stage.InputFolder, "picture.png", TrapFolders.PngHead);
        var log = Path.Combine(stage.HomeFolder, "opened");
        await using (var server = await WiredServer.StartAsync(
            stage.Arguments(), stage.Environment("http://127.0.0.1:9/"), through: ["strace", "-f", "-qq", "-e", "trace=open,openat", "-o", log]))
        {
            await server.CallAsync("upload_media", $$"""{"files":["{{JsonEncodedText.Encode(picture)}}"],"wait_seconds":5}""");
            await server.EndAsync();
        }

        var opened = (await File.ReadAllLinesAsync(log)).Where(line => line.Contains(picture, StringComparison.Ordinal) && line.Contains("O_RDONLY", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(opened);
        Assert.All(opened, line => Assert.All(["O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC"], flag => Assert.Contains(flag, line, StringComparison.Ordinal)));
    }
}
