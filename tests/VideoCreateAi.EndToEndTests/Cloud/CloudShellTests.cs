using VideoCreateAi.EndToEndTests.Shell;

namespace VideoCreateAi.EndToEndTests.Cloud;

/// <summary>At a shell too nothing is spent without a word of the person in front of it.</summary>
public sealed class CloudShellTests
{
    [Fact]
    public async Task A_script_that_nobody_watches_spends_nothing()
    {
        await using var stage = await CloudStage.BeginAsync();
        var output = Path.Combine(stage.Server.InputFolder, "a.mp4");

        using var run = await ShellRun.OfAsync(
            ["make", CloudVideo.Wish, await stage.PictureAsync(), "-o", output, "--data", stage.Server.DataFolder], environment: stage.Environment(token: null));

        Assert.Equal(8, run.ExitCode);
        Assert.Contains("about 100 credits", run.Errors, StringComparison.Ordinal);
        Assert.Contains("--confirm never", run.Errors, StringComparison.Ordinal);
        Assert.Empty(stage.Cloud.Asked("POST", "/run_sse"));
        Assert.False(File.Exists(output));
    }
}
