using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Hosting;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class ToolFoldersTests
{
    private static readonly Dictionary<string, string> s_windows = new()
    {
        ["USERPROFILE"] = @"C:\Users\ann", ["LOCALAPPDATA"] = @"C:\Users\ann\AppData\Local", ["ProgramData"] = @"C:\ProgramData",
        ["ProgramFiles"] = @"C:\Program Files", ["SystemRoot"] = @"C:\Windows",
    };

    [Theory]
    [InlineData(HostSystem.MacOS, "/opt/homebrew/bin")]
    [InlineData(HostSystem.MacOS, "/usr/local/bin")]
    [InlineData(HostSystem.MacOS, "/opt/local/bin")]
    [InlineData(HostSystem.MacOS, "/home/ann/.local/bin")]
    [InlineData(HostSystem.Linux, "/usr/bin")]
    [InlineData(HostSystem.Linux, "/usr/local/bin")]
    [InlineData(HostSystem.Linux, "/home/ann/.local/bin")]
    [InlineData(HostSystem.Linux, "/home/linuxbrew/.linuxbrew/bin")]
    [InlineData(HostSystem.Linux, "/snap/bin")]
    [InlineData(HostSystem.Windows, @"C:\Users\ann\AppData\Local\Microsoft\WinGet\Links")]
    [InlineData(HostSystem.Windows, @"C:\Program Files\WinGet\Links")]
    [InlineData(HostSystem.Windows, @"C:\Users\ann\scoop\shims")]
    [InlineData(HostSystem.Windows, @"C:\ProgramData\chocolatey\bin")]
    [InlineData(HostSystem.Windows, @"C:\Windows\System32\WindowsPowerShell\v1.0")]
    public void A_program_is_looked_for_where_its_package_manager_puts_it(object system, string folder)
        => Assert.Contains(folder, ToolFolders.Usual((HostSystem)system, Variable));

    [Fact]
    public void A_scoop_and_a_chocolatey_elsewhere_are_looked_into_instead()
    {
        var folders = ToolFolders.Usual(HostSystem.Windows, name => name switch { "SCOOP" => @"D:\scoop", "ChocolateyInstall" => @"D:\choco\", _ => Variable(name) });

        Assert.Contains(@"D:\scoop\shims", folders);
        Assert.Contains(@"D:\choco\bin", folders);
        Assert.DoesNotContain(@"C:\Users\ann\scoop\shims", folders);
    }

    [Fact]
    public void What_the_user_has_on_the_path_wins_and_stands_there_once()
    {
        var path = ToolFolders.Path(HostSystem.Linux, name => name == "PATH" ? "/opt/mine:/usr/bin" : null).Split(':');

        Assert.Equal(["/opt/mine", "/usr/bin", "/usr/local/bin"], path[..3]);
        Assert.Single(path, "/usr/bin");
    }

    [Fact]
    public void What_is_meant_from_the_working_directory_is_not_looked_into()
    {
        Assert.StartsWith("/opt/mine:/usr/", ToolFolders.Path(HostSystem.Linux, name => name == "PATH" ? ".::bin:/opt/mine:../x" : null), StringComparison.Ordinal);
        Assert.StartsWith(@"C:\mine;\\host\share;C:", ToolFolders.Path(HostSystem.Windows, name => name == "PATH" ? @".;C:;C:\mine;\\host\share;\x" : Variable(name)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HostSystem.Linux)]
    [InlineData(HostSystem.MacOS)]
    [InlineData(HostSystem.Windows)]
    public void Without_any_environment_there_are_still_places_to_look_at(object system)
    {
        var path = ToolFolders.Path((HostSystem)system, _ => null);

        Assert.NotEqual("", path);
        Assert.All(path.Split((HostSystem)system == HostSystem.Windows ? ';' : ':'), folder => Assert.Matches(@"^(/|[A-Z]:\\)", folder));
    }

    [Fact]
    public void The_studio_finds_a_program_that_only_a_package_manager_knows()
    {
        using var home = new TempFolder();
        var program = home.File(".local/bin/fluidsynth");
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        File.WriteAllText(program, "");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var folders = ToolFolders.Usual(HostSystem.MacOS, name => name == "HOME" ? home.Path : null);

        var locator = new ToolLocator(new ToolOptions { SearchPath = string.Join(Path.PathSeparator, folders) });

        Assert.Equal(program, locator.Find(MediaTool.Fluidsynth));
    }

    [Theory]
    [InlineData("${user_config.token}", true)]
    [InlineData("${input:key}", true)]
    [InlineData("$HOME/x", false)]
    [InlineData("secret", false)]
    public void What_a_client_did_not_fill_in_is_not_a_value(string value, bool isPlaceholder) => Assert.Equal(isPlaceholder, ServerSettings.IsPlaceholder(value));

    private static string? Variable(string name) => name == "HOME" ? "/home/ann" : s_windows.GetValueOrDefault(name);
}
