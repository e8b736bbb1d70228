using Spectre.Console;
using VideoCreateAi.Mcp.Hosting.Make;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Make;

public sealed class MakeVoiceTests : IDisposable
{
    private static readonly Job s_job = new() { Id = "job_1", ProjectId = "prj_1", Tool = "create_video", Plan = new JobPlan() };

    private readonly FakeClock _clock = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task Lines_come_with_every_step_and_seldom_in_between()
    {
        await new LineVoice(_output, _clock).TellAsync(progress =>
        {
            progress.Report(new JobProgress(5, "Uploading a.png (1 of 2), 10 %…"));
            progress.Report(new JobProgress(6, "Uploading a.png (1 of 2), 90 %…"));
            progress.Report(new JobProgress(9, "Uploading b.png (2 of 2), 10 %…"));
            progress.Report(new JobProgress(40, "Rendering 1 %"));
            _clock.Advance(TimeSpan.FromSeconds(4));
            progress.Report(new JobProgress(50, "Rendering 20 %, about 9 s left"));
            _clock.Advance(TimeSpan.FromSeconds(2));
            progress.Report(new JobProgress(60, "Rendering 30 %, about 8 s left"));
            return Task.FromResult(s_job);
        });

        Assert.Equal(
            "Uploading a.png (1 of 2), 10 %…\nUploading b.png (2 of 2), 10 %…\nRendering 1 %\nRendering 30 %, about 8 s left\n", _output.ToString());
    }

    [Fact]
    public async Task Lines_carry_nothing_that_steers_a_terminal()
    {
        await new LineVoice(_output, _clock).TellAsync(progress =>
        {
            progress.Report(new JobProgress(5, "Uploading \e[2Jx\nFake line"));
            return Task.FromResult(s_job);
        });

        Assert.Equal("Uploading x Fake line\n", _output.ToString());
    }

    [Fact]
    public async Task The_bar_shows_words_as_they_are_and_gives_the_cursor_back()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(_output),
        });
        console.Profile.Width = 100;

        var job = await new BarVoice(console).TellAsync(progress =>
        {
            progress.Report(new JobProgress(50, "Uploading [bold]a[/] \e[2J"));
            return Task.FromResult(s_job);
        });

        Assert.Same(s_job, job);
        Assert.Contains("Uploading [bold]a[/]", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\e[2J", _output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\e[?25h", _output.ToString(), StringComparison.Ordinal);
    }
}
