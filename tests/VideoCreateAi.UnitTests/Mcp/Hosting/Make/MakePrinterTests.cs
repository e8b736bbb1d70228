using System.Text.Json;
using VideoCreateAi.Mcp.Hosting.Make;
using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.UnitTests.Mcp.Hosting.Shell;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Make;

public sealed class MakePrinterTests : IDisposable
{
    private static readonly MakeOptions s_plain = new() { Text = "a film" };
    private static readonly MakeReport s_made = new()
    {
        Status = "done", ExitCode = 0, Path = "/x/a.mp4", Bytes = 2_100_000, DurationSeconds = 6, Resolution = "1080x1920", ProjectId = "prj_1",
        Reply = "Done.", Notes = ["Soft."], TookSeconds = 8.44, Charged = 50, ClaimLink = "https://example.com/c",
    };

    private readonly Terminals _terminals = new();

    public void Dispose() => _terminals.Dispose();

    [Fact]
    public void The_path_comes_first_and_all_there_is_to_know_after_it()
    {
        Print(s_made, s_plain);

        Assert.Equal(
            "/x/a.mp4\n6.0 s · 1080x1920 · 2.1 MB · made in 8.4 s · 50 credits\nEditor: Done.\nNote: Soft.\nTo take the project over in a browser: https://example.com/c\nTo change it: videocreateai make \"…\" --project prj_1\n",
            _terminals.Output.ToString());
    }

    [Fact]
    public void Quiet_is_the_path_alone()
    {
        Print(s_made, s_plain with { Quiet = true });

        Assert.Equal("/x/a.mp4\n", _terminals.Output.ToString());
    }

    [Fact]
    public void A_fault_is_told_beside_the_result()
    {
        Print(
            new MakeReport { Status = "failed", ExitCode = 4, Error = new ShellError { Code = "file_not_found", Message = "There is no file.", Next = "Look." } }, s_plain);

        Assert.Equal(("", "videocreateai: There is no file.\nLook.\n"), (_terminals.Output.ToString(), _terminals.Error.ToString()));
    }

    [Fact]
    public void A_script_gets_one_line_that_says_it_all()
    {
        Print(s_made with { Error = new ShellError { Code = "x", Message = "a\nb", Charged = 0 } }, s_plain with { Json = true });

        var line = Assert.Single(_terminals.Output.ToString().TrimEnd('\n').Split('\n'));
        using var json = JsonDocument.Parse(line);
        Assert.Equal("/x/a.mp4", json.RootElement.GetProperty("path").GetString());
        Assert.Equal("a\nb", json.RootElement.GetProperty("error").GetProperty("message").GetString());
        Assert.Equal("", _terminals.Error.ToString());
    }

    private void Print(MakeReport report, MakeOptions options) => new MakePrinter(_terminals.With(), options).Print(report);
}
