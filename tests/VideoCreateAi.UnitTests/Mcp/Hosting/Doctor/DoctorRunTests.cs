using System.Text.Json;
using VideoCreateAi.Mcp.Hosting.Doctor;
using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Studio.Checkup;
using VideoCreateAi.UnitTests.Mcp.Hosting.Shell;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Doctor;

public sealed class DoctorRunTests : IDisposable
{
    private static readonly DoctorCheck s_ffmpeg = new() { Name = "ffmpeg", State = FindingState.Missing, Detail = "not found", Mend = "sudo apt-get install ffmpeg", Packages = ["ffmpeg"] };
    private static readonly DoctorCheck s_voice = new() { Name = "voice", State = FindingState.Warning, Detail = "nothing here speaks", Packages = ["espeak-ng"] };
    private static readonly DoctorCheck s_well = new() { Name = "disk", State = FindingState.Ok, Detail = "70 GB free" };

    private readonly Terminals _terminals = new();
    private readonly List<string> _ran = [];
    private List<DoctorCheck> _checks = [s_ffmpeg, s_voice, s_well];

    public void Dispose() => _terminals.Dispose();

    [Fact]
    public async Task Each_check_is_a_line_with_the_line_that_mends_it_below()
    {
        var exit = await RunAsync(new DoctorOptions());

        Assert.Equal(ShellExit.Failed, exit);
        var lines = _terminals.Output.ToString().Split('\n');
        Assert.Equal("missing ffmpeg           not found", lines[0]);
        Assert.Equal("        mend: sudo apt-get install ffmpeg", lines[1]);
        Assert.Equal("warning voice            nothing here speaks", lines[2]);
        Assert.Equal("ok      disk             70 GB free", lines[3]);
    }

    [Fact]
    public async Task What_could_be_better_is_no_failure()
    {
        _checks = [s_voice, s_well];

        Assert.Equal(ShellExit.Done, await RunAsync(new DoctorOptions()));
    }

    [Fact]
    public async Task Nothing_is_installed_that_was_not_asked_for()
    {
        await RunAsync(new DoctorOptions());

        Assert.Empty(_ran);
    }

    [Fact]
    public async Task The_exact_commands_are_shown_before_the_question()
    {
        var exit = await RunAsync(new DoctorOptions { Fix = true }, answer: "n");

        Assert.Equal(ShellExit.NotAgreed, exit);
        Assert.Contains("  sudo apt-get update\n  sudo apt-get install -y --no-install-recommends ffmpeg espeak-ng\nRun it? [y/N]", _terminals.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_ran);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_nothing_is_run()
    {
        var exit = await RunAsync(new DoctorOptions { Fix = true }, isInteractive: false);

        Assert.Equal(ShellExit.NotAgreed, exit);
        Assert.Empty(_ran);
    }

    [Theory]
    [InlineData(true, "n")]
    [InlineData(false, "y")]
    public async Task Agreed_to_it_is_run_and_everything_is_looked_at_again(bool yes, string answer)
    {
        var exit = await RunAsync(new DoctorOptions { Fix = true, Yes = yes }, answer, installs: _ =>
        {
            _checks = [s_well];
            return 0;
        });

        Assert.Equal(ShellExit.Done, exit);
        Assert.Equal(["sudo apt-get update", "sudo apt-get install -y --no-install-recommends ffmpeg espeak-ng"], _ran);
        Assert.Contains("All is well.", _terminals.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_install_that_fails_is_told_and_an_update_that_fails_is_not_the_end()
    {
        var exit = await RunAsync(new DoctorOptions { Fix = true, Yes = true }, installs: _ => 100);

        Assert.Equal(ShellExit.Failed, exit);
        Assert.Equal(2, _ran.Count);
        Assert.Contains("ended with exit code 100", _terminals.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_object_has_the_names_that_scripts_know()
    {
        await RunAsync(new DoctorOptions { Json = true });

        using var report = JsonDocument.Parse(_terminals.Output.ToString());
        var root = report.RootElement;
        Assert.Equal("apt", root.GetProperty("package_manager").GetString());
        Assert.Equal(1, root.GetProperty("exit_code").GetInt32());
        Assert.Equal(["missing", "warning", "ok"], root.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("state").GetString()));
        Assert.Equal("sudo apt-get install ffmpeg", root.GetProperty("checks")[0].GetProperty("mend").GetString());
        Assert.Matches("^(linux|macos|windows)$", root.GetProperty("system").GetString());
    }

    private Task<ShellExit> RunAsync(DoctorOptions options, string? answer = null, bool isInteractive = true, Func<IReadOnlyList<string>, int>? installs = null) =>
        new DoctorRun(
            options, PackageManager.All[0], isRoot: false, _terminals.With(answer, isInteractive),
            _ => Task.FromResult<IReadOnlyList<DoctorCheck>>(_checks),
            (command, _) =>
            {
                _ran.Add(string.Join(' ', command));
                return Task.FromResult(installs?.Invoke(command) ?? 0);
            }).RunAsync(CancellationToken.None);
}
