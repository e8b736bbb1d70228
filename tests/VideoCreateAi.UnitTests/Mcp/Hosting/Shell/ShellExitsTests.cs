using System.Globalization;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Shell;

public sealed class ShellExitsTests
{
    [Fact]
    public void Every_number_is_told_once()
        => Assert.Equal(Enum.GetValues<ShellExit>(), ShellExits.Table.Select(row => row.Exit));

    [Fact]
    public void The_readme_has_the_table_that_the_program_has()
    {
        var readme = File.ReadAllText(RepositoryFile.PathOf("README.md"));

        Assert.All(ShellExits.Table, row => Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"| {(int)row.Exit} | {row.Words} |"), readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("file_not_found", ShellExit.InputRefused)]
    [InlineData("ffmpeg_missing", ShellExit.ToolMissing)]
    [InlineData("out_of_credits", ShellExit.NotAgreed)]
    [InlineData("output_folder_full", ShellExit.OutputRefused)]
    [InlineData("render_failed", ShellExit.RenderFailed)]
    [InlineData("backend_unreachable", ShellExit.BackendFailed)]
    [InlineData("invalid_argument", ShellExit.WrongUsage)]
    [InlineData("a_word_of_tomorrow", ShellExit.Failed)]
    [InlineData(null, ShellExit.Failed)]
    public void A_code_has_its_number(string? code, object exit) => Assert.Equal(exit, ShellExits.Of(code));

    [Fact]
    public void Every_fault_of_a_backend_has_a_number_of_its_own()
    {
        var unnamed = Enum.GetValues<BackendFault>().Where(fault => ShellExits.Of(fault.Code()) == ShellExit.Failed);

        Assert.Empty(unnamed);
    }
}
