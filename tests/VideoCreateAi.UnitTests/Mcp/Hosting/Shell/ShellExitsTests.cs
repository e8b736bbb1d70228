using System.Globalization;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting.Shell;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Shell;

public sealed class ShellExitsTests
{
    private static readonly (int Number, string Words)[] s_told =
    [
        .. ShellExits.Help.Split('\n')[1..].Select(line => line.Trim().Split("  ", 2)).Select(row => (int.Parse(row[0], CultureInfo.InvariantCulture), row[1])),
    ];

    [Fact]
    public void Every_number_is_told_once() => Assert.Equal(Enum.GetValues<ShellExit>().Select(exit => (int)exit), s_told.Select(row => row.Number));

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
