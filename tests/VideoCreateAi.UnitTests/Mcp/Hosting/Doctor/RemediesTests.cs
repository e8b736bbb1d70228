using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.Mcp.Hosting.Doctor;
using VideoCreateAi.Studio.Checkup;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Doctor;

public sealed class RemediesTests
{
    [Theory]
    [InlineData("ffmpeg", "apt", "sudo apt-get install -y --no-install-recommends ffmpeg")]
    [InlineData("ffprobe", "pacman", "sudo pacman -S --needed --noconfirm ffmpeg")]
    [InlineData("filters", "apk", "sudo apk add ffmpeg")]
    [InlineData("ffmpeg", "brew", "brew install ffmpeg")]
    [InlineData("ffmpeg", "winget", "winget.exe install --exact --id Gyan.FFmpeg")]
    [InlineData("ffmpeg", "scoop", "scoop.cmd install ffmpeg")]
    [InlineData("ffmpeg", "choco", "choco.exe install -y ffmpeg")]
    [InlineData("font-cjk", "apt", "sudo apt-get install -y --no-install-recommends fonts-noto-cjk")]
    [InlineData("font-arabic", "dnf", "sudo dnf install -y google-noto-sans-arabic-fonts")]
    [InlineData("music", "apt", "sudo apt-get install -y --no-install-recommends fluidsynth timgm6mb-soundfont")]
    [InlineData("voice", "winget", "winget.exe install --exact --id eSpeak-NG.eSpeak-NG")]
    [InlineData("sandbox", "zypper", "sudo zypper --non-interactive install bubblewrap")]
    [InlineData("lettering", "brew", "brew install pango")]
    public void What_is_missing_is_mended_by_one_line_of_the_system(string check, string manager, string line)
        => Assert.Equal(line, Remedies.Mend(Lacking(check), Manager(manager), asRoot: false));

    [Fact]
    public void Who_is_root_needs_no_sudo()
        => Assert.Equal("apt-get install -y --no-install-recommends espeak-ng", Remedies.Mend(Lacking("voice"), Manager("apt"), asRoot: true));

    [Theory]
    [InlineData("dnf", "RPM Fusion")]
    [InlineData("zypper", "Packman")]
    [InlineData(null, "ffmpeg.org")]
    public void Where_no_package_has_the_encoders_it_is_said_who_has(string? manager, string words)
    {
        var known = manager is null ? null : Manager(manager);

        Assert.Contains(words, Remedies.Mend(Lacking("encoders"), known, asRoot: false)!, StringComparison.Ordinal);
        Assert.Empty(Remedies.Packages(Lacking("encoders"), known));
    }

    [Fact]
    public void What_is_well_needs_nothing()
        => Assert.Null(Remedies.Mend(Lacking("ffmpeg") with { State = FindingState.Ok }, Manager("apt"), asRoot: false));

    [Fact]
    public void What_is_mended_otherwise_is_not_installed()
    {
        var check = Lacking("sandbox") with { Mend = "allow user namespaces" };

        Assert.Equal("allow user namespaces", Remedies.Mend(check, Manager("apt"), asRoot: false));
        Assert.Empty(Remedies.Packages(check, Manager("apt")));
    }

    [Fact]
    public void The_manager_of_the_system_comes_before_one_that_was_added()
    {
        Assert.Equal("apt", PackageManager.Of(HostSystem.Linux, name => name is "brew" or "apt-get" ? "/usr/bin/" + name : null)!.Name);
        Assert.Equal("brew", PackageManager.Of(HostSystem.MacOS, name => name is "brew" or "apt-get" ? "/usr/bin/" + name : null)!.Name);
        Assert.Null(PackageManager.Of(HostSystem.Windows, _ => null));
    }

    [Fact]
    public void Winget_is_asked_for_one_package_at_a_time()
        => Assert.Equal(
            [["winget.exe", "install", "--exact", "--id", "A.A"], ["winget.exe", "install", "--exact", "--id", "B.B"]],
            Manager("winget").Commands(["A.A", "B.B"], asRoot: false));

    private static PackageManager Manager(string name) => PackageManager.All.First(manager => manager.Name == name);

    private static DoctorCheck Lacking(string name) => new() { Name = name, State = FindingState.Missing, Detail = "missing" };
}
