using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.SafetyTests.Bounds;

public sealed class AuditTrailTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_side_effect_is_one_line_that_only_its_owner_reads()
    {
        await Trail().WriteAsync(new AuditLine { Tool = "upload_media", Effect = "upload", JobId = "job_1", File = "a\n\"b\u001b.png", Bytes = 7, Outcome = "done" });

        var path = _folder.File(AuditTrail.FileName);
        var line = JsonDocument.Parse(Assert.Single(File.ReadAllLines(path))).RootElement;
        Assert.Equal("a\n\"b\u001b.png", line.GetProperty("file").GetString());
        Assert.Equal(7, line.GetProperty("bytes").GetInt64());
        Assert.Equal("done", line.GetProperty("outcome").GetString());
        Assert.True(line.TryGetProperty("time", out _) && line.TryGetProperty("process_id", out _));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task Lines_of_many_writers_at_once_are_whole()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var trail = Trail();
            for (var line = 0; line < 100; line++)
            {
                await trail.WriteAsync(new AuditLine { Tool = $"tool_{writer}", Effect = "call", Outcome = "done", File = new string('x', 300) });
            }
        })));

        var lines = File.ReadAllLines(_folder.File(AuditTrail.FileName));
        Assert.Equal(800, lines.Length);
        Assert.All(lines, line => Assert.Equal(300, JsonDocument.Parse(line).RootElement.GetProperty("file").GetString()!.Length));
    }

    [Fact]
    public async Task It_keeps_a_few_files_of_bounded_size()
    {
        var trail = Trail();
        for (var round = 0; round < 6; round++)
        {
            File.WriteAllBytes(_folder.File(AuditTrail.FileName), new byte[5_000_001]);
            _clock.Advance(TimeSpan.FromHours(1));
            await trail.WriteAsync(new AuditLine { Tool = "edit_video", Effect = "edit", Outcome = "done" });
        }

        Assert.Equal(4, Directory.GetFiles(_folder.Path).Length);
        Assert.InRange(new FileInfo(_folder.File(AuditTrail.FileName)).Length, 1, 1000);
    }

    [Fact]
    public async Task What_cannot_be_written_stops_nothing()
    {
        Directory.CreateDirectory(_folder.File(AuditTrail.FileName));

        await Trail().WriteAsync(new AuditLine { Tool = "edit_video", Effect = "edit", Outcome = "done" });

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private AuditTrail Trail() => new(_folder.Path, _clock, NullLogger<AuditTrail>.Instance);
}
