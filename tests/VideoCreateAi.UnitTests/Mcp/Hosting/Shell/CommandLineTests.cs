using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.Mcp.Hosting.Shell;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Shell;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("make")]
    [InlineData("make", "a film", "--fps", "many")]
    [InlineData("make", "a film", "--unknown")]
    [InlineData("clean", "something")]
    [InlineData("serve")]
    [InlineData("--unknown")]
    public async Task Wrong_usage_has_its_number_in_every_command(params string[] arguments)
        => Assert.Equal((int)ShellExit.WrongUsage, await CommandLine.RunAsync(arguments, TextWriter.Null));

    [Theory]
    [InlineData("make")]
    [InlineData("clean")]
    public async Task The_help_tells_the_exit_codes(string command)
    {
        using var output = new StringWriter();

        Assert.Equal(0, await CommandLine.RunAsync([command, "--help"], output));
        Assert.Contains("130  stopped by Ctrl-C", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wish_may_begin_with_an_at_sign_and_files_may_follow_options()
    {
        var parsed = CommandLine.Parse(["make", "@home: a film", "a.png", "-o", "out.mp4", "b.png"]);

        Assert.Empty(parsed.Errors);
        Assert.Equal(["@home: a film", "a.png", "b.png"], parsed.CommandResult.Tokens.Select(token => token.Value));
    }
}
