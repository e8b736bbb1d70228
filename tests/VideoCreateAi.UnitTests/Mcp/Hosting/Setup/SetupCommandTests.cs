using System.Text.Json.Nodes;
using VideoCreateAi.Mcp.Hosting.Setup;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Setup;

public sealed class SetupCommandTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _temp.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Theory]
    [InlineData("claude-desktop", "data/Claude/claude_desktop_config.json")]
    [InlineData("claude-code", "home/.claude.json")]
    [InlineData("cursor", "home/.cursor/mcp.json")]
    [InlineData("vscode", "data/Code/User/mcp.json")]
    public void Each_client_is_set_up_and_removed_in_its_own_file(string client, string file)
    {
        Assert.Equal(0, Run(["--client", client, "--yes"]));
        Assert.Contains("\"videocreateai\"", File.ReadAllText(_temp.File(file)), StringComparison.Ordinal);

        Assert.Equal(0, Run(["--client", client, "--remove", "--yes"]));
        Assert.DoesNotContain("videocreateai", File.ReadAllText(_temp.File(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_change_is_shown_and_written_after_a_yes()
    {
        Assert.Equal(0, Run(["--client", "cursor"], answer: "y"));

        Assert.Contains("+   \"videocreateai\": {", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("+     \"command\": \"/usr/bin/dotnet\"", _output.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(Cursor));
    }

    [Theory]
    [InlineData("n")]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_is_written_without_a_yes(string? answer)
    {
        Assert.Equal(1, Run(["--client", "cursor"], answer));

        Assert.False(File.Exists(Cursor));
    }

    [Fact]
    public void Where_nobody_can_be_asked_the_change_is_shown_with_the_hint()
    {
        Assert.Equal(1, Run(["--client", "cursor"], isInteractive: false));

        Assert.Contains("+   \"videocreateai\"", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("--yes", _error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Cursor));
    }

    [Fact]
    public void The_block_alone_goes_to_the_output_when_it_is_to_be_printed()
    {
        Assert.Equal(0, Run(["--client", "vscode", "--print"]));

        Assert.Equal("stdio", (string?)JsonNode.Parse(_output.ToString())!["servers"]!["videocreateai"]!["type"]);
        Assert.False(Directory.Exists(_temp.File("data")));
    }

    [Fact]
    public void The_first_state_of_the_file_is_kept_once()
    {
        Put("""{"first":true}""");
        Run(["--client", "cursor", "--yes"]);
        Run(["--client", "cursor", "--remove", "--yes"]);
        Run(["--client", "cursor", "--yes"]);

        Assert.Equal("""{"first":true}""", File.ReadAllText(Cursor + ".bak"));
        Assert.Equal(["mcp.json", "mcp.json.bak"], Directory.GetFiles(_temp.File("home/.cursor")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_understood_is_left_byte_for_byte()
    {
        Put("{ broken");

        Assert.Equal(1, Run(["--client", "cursor", "--yes"]));

        Assert.Equal("{ broken", File.ReadAllText(Cursor));
        Assert.Contains("--print", _error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Cursor + ".bak"));
    }

    [Fact]
    public void A_second_time_there_is_nothing_to_do()
    {
        Run(["--client", "cursor", "--yes"]);
        var written = File.GetLastWriteTimeUtc(Cursor);

        Assert.Equal(0, Run(["--client", "cursor"], isInteractive: false));

        Assert.Equal(written, File.GetLastWriteTimeUtc(Cursor));
    }

    [Fact]
    public void A_closed_file_stays_closed_and_a_link_stays_a_link()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Put("{}");
        var real = _temp.File("real.json");
        File.Move(Cursor, real);
        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(Cursor, real);

        Assert.Equal(0, Run(["--client", "cursor", "--yes"]));

        Assert.Equal(real, new FileInfo(Cursor).LinkTarget);
        Assert.Contains("videocreateai", File.ReadAllText(real), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(real));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Cursor + ".bak"));
    }

    [Fact]
    public void A_file_that_the_client_changes_meanwhile_is_not_replaced()
    {
        Put("{}");
        var file = new ConfigurationFile(Cursor);
        Put("""{"new":1}""");

        Assert.Throws<ClientConfigurationException>(() => file.Replace("{}", "ours"));
        Assert.Equal("""{"new":1}""", File.ReadAllText(Cursor));
    }

    [Fact]
    public void An_unknown_client_is_refused_with_the_known_ones()
    {
        Assert.NotEqual(0, Run(["--client", "emacs"]));

        Assert.Contains("claude-desktop", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/usr/bin/dotnet", true, "/usr/bin/dotnet", "/app/videocreateai.dll")]
    [InlineData("/app/videocreateai", true, "/dotnet/dotnet", "/app/videocreateai.dll")]
    [InlineData("/app/videocreateai", false, "/app/videocreateai", null)]
    public void The_server_is_started_by_absolute_paths(string process, bool frameworkIsThere, string command, string? argument)
    {
        var launch = ServerLaunch.Find(process, "/app/videocreateai.dll", "/dotnet/dotnet", _ => frameworkIsThere);

        Assert.Equal((command, argument), (launch.Command, launch.Arguments.SingleOrDefault()));
    }

    [Fact]
    public void This_process_knows_where_it_stands()
    {
        var environment = SetupEnvironment.OfThisProcess();

        Assert.True(Path.IsPathFullyQualified(environment.HomeFolder));
        Assert.True(File.Exists(environment.Launch.Command));
    }

    private string Cursor => _temp.File("home/.cursor/mcp.json");

    private void Put(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Cursor)!);
        File.WriteAllText(Cursor, text);
    }

    private int Run(string[] arguments, string? answer = null, bool isInteractive = true)
    {
        var command = SetupCommand.Create(new SetupEnvironment
        {
            HomeFolder = _temp.File("home"),
            ApplicationDataFolder = _temp.File("data"),
            Launch = new ServerLaunch("/usr/bin/dotnet", ["/opt/vca/videocreateai.dll"]),
            Input = new StringReader(answer is null ? "" : answer + "\n"),
            Output = _output,
            Error = _error,
            IsInteractive = isInteractive,
        });
        return command.Parse(arguments).Invoke(new() { Output = _output, Error = _error });
    }
}
