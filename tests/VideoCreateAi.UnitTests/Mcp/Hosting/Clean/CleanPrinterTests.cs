using VideoCreateAi.Mcp.Hosting.Clean;
using VideoCreateAi.TestKit;
using VideoCreateAi.UnitTests.Mcp.Hosting.Shell;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Clean;

public sealed class CleanPrinterTests : IDisposable
{
    private static readonly CleanReport s_report = new()
    {
        DataFolder = "/d",
        TotalBytes = 3_000_000,
        Places =
        [
            new CleanPlace { Name = "media", What = "Files of projects", Path = "media", Files = 2, Bytes = 2_000_000, Option = "--media" },
            new CleanPlace { Name = "music", What = "Composed music", Path = "cache/music", Files = 1, Bytes = 1_000_000, FreeableBytes = 1_000_000, Option = "--cache" },
            new CleanPlace { Name = "scratch", What = "Work of running renders", Path = "scratch" },
        ],
        Projects =
        [
            new CleanProject { ProjectId = "prj_1", Name = "[red]one", Changed = new DateTimeOffset(2025, 12, 1, 0, 0, 0, TimeSpan.Zero), Bytes = 5_000, SharedBytes = 2_000, Busy = true },
        ],
        ProjectsElsewhere = 2,
    };

    private readonly Terminals _terminals = new();

    public void Dispose() => _terminals.Dispose();

    [Fact]
    public void What_takes_space_stands_in_columns()
    {
        Print(s_report);

        var lines = _terminals.Output.ToString().Split('\n');
        Assert.Equal("/d: 3 MB", lines[0]);
        Assert.Equal("What               Where        Files  Size  Can go  By", lines[1]);
        Assert.Equal("Files of projects  media            2  2 MB", lines[2]);
        Assert.Equal("Composed music     cache/music      1  1 MB    1 MB  --cache", lines[3]);
        Assert.DoesNotContain(lines, line => line.Contains("scratch", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("prj_1    [red]one  2025-", StringComparison.Ordinal) && line.EndsWith("(31 d ago)  5 kB + 2 kB shared (busy)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("2 more project(s) are at other backends", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_freed_is_told_with_what_is_gone_and_what_stays()
    {
        Print(s_report with { FreedBytes = 7_000, Deleted = s_report.Projects, Kept = ["prj_2 (two): It is busy."] });

        var text = _terminals.Output.ToString();
        Assert.StartsWith("Deleted 1 project(s):\n", text, StringComparison.Ordinal);
        Assert.Contains("Kept prj_2 (two): It is busy.\n", text, StringComparison.Ordinal);
        Assert.EndsWith("Freed 7 kB. 3 MB are still taken in /d. Exported files are where they were.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_look_says_that_nothing_was_removed()
    {
        Print(s_report with { FreedBytes = 7_000, DryRun = true, Deleted = s_report.Projects });

        Assert.StartsWith("Would delete 1 project(s):\n", _terminals.Output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("Would free 7 kB. Nothing was removed.\n", _terminals.Output.ToString(), StringComparison.Ordinal);
    }

    private void Print(CleanReport report) =>
        new CleanPrinter(_terminals.With(), new CleanOptions(), new FakeClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))).Print(report);
}
