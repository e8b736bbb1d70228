using System.Text.Json;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>What a process that was killed leaves on the disk, and what the next one makes of it.</summary>
public sealed class ExportCrashTests : IDisposable
{
    private readonly ExportFixture _export = new();

    public void Dispose() => _export.Dispose();

    [Theory(Timeout = 20_000)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1999)]
    public async Task A_process_killed_in_the_download_is_gone_on_with_from_what_is_on_the_disk(int unsure)
    {
        var job = await LeftAfterAsync(received: 2000, unsure);
        HttpRequestMessage? asked = null;
        _export.Backend.Fault = (kind, _, request) =>
        {
            asked ??= kind == "file" ? request : null;
            return null;
        };

        var ended = await _export.ExportAsync(job, mayHaveBegun: true);

        Assert.Equal(("bytes=2000-", "\"v1\""), (asked!.Headers.Range!.ToString(), asked.Headers.IfRange!.ToString()));
        Assert.Equal(_export.Backend.File, await File.ReadAllBytesAsync(ended.Export!.Path));
        Assert.Equal(["Paradise.mp4"], _export.Names);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_server_that_cannot_go_on_gives_all_of_it_again()
    {
        var job = await LeftAfterAsync(received: 2000, unsure: 0);
        _export.Backend.Fault = (kind, _, _) => kind == "file" ? new HttpResponseMessage { Content = new ByteArrayContent(_export.Backend.File) } : null;

        var ended = await _export.ExportAsync(job, mayHaveBegun: true);

        Assert.Equal(_export.Backend.File, await File.ReadAllBytesAsync(ended.Export!.Path));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_process_killed_between_the_last_byte_and_the_name_needs_no_network()
    {
        var job = await LeftAfterAsync(received: _export.Backend.File.Length, unsure: 0);

        var ended = await _export.ExportAsync(job, mayHaveBegun: true);

        Assert.Equal((JobState.Done, 0), (ended.State, _export.Backend.CountOf("file")));
        Assert.Equal(["Paradise.mp4"], _export.Names);
    }

    [Fact(Timeout = 20_000)]
    public async Task Two_halves_that_make_no_whole_are_fetched_once_more_in_one_piece()
    {
        var job = await LeftAfterAsync(received: 2000, unsure: 0, damaged: true);

        var ended = await _export.ExportAsync(job, mayHaveBegun: true);

        Assert.Equal((JobState.Done, 2), (ended.State, _export.Backend.CountOf("file")));
        Assert.Equal(_export.Backend.File, await File.ReadAllBytesAsync(ended.Export!.Path));
    }

    [Theory(Timeout = 20_000)]
    [InlineData("")]
    [InlineData("{\"render_id\":")]
    [InlineData("{\"render_id\":\"render_1\",\"received\":\"many\"}")]
    public async Task A_torn_mark_makes_the_download_begin_anew(string mark)
    {
        var job = await LeftAfterAsync(received: 2000, unsure: 0);
        await File.WriteAllTextAsync(Path.Combine(_export.Folder, ".render_1.videocreateai.json"), mark);

        var ended = await _export.ExportAsync(job, mayHaveBegun: true);

        Assert.Equal(_export.Backend.File, await File.ReadAllBytesAsync(ended.Export!.Path));
        Assert.Equal(["Paradise.mp4"], _export.Names);
    }

    [Fact(Timeout = 20_000)]
    public async Task No_name_ever_shows_a_part_of_a_file()
    {
        List<string> seen = [];
        _export.Backend.Fault = (kind, number, _) =>
        {
            seen.AddRange(Directory.Exists(_export.Folder) ? _export.Names.Where(name => !name.StartsWith('.')) : []);
            return kind == "file" && number < 4 ? _export.Backend.Cut(1000 * number) : null;
        };

        await _export.ExportAsync();

        Assert.Empty(seen);
        Assert.Equal(["Paradise.mp4"], _export.Names);
    }

    private async Task<Job> LeftAfterAsync(int received, int unsure, bool damaged = false)
    {
        var job = await _export.AddJobAsync();
        _export.Backend.Renders["render_1"] = 1;

        // The address is known by its digest; a broken first try tells what that is.
        _export.Backend.Fault = (kind, number, _) => kind != "file" ? null : number == 1 ? _export.Backend.Cut(1000) : throw new IOException("reset");
        await _export.ExportAsync(job, mayHaveBegun: true);
        _export.Backend.Fault = (_, _, _) => null;
        _export.Backend.ForgetRequests();

        var markPath = Path.Combine(_export.Folder, ".render_1.videocreateai.json");
        var mark = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(markPath), PartMarkJson.Default.PartMark)!;
        await File.WriteAllBytesAsync(markPath, JsonSerializer.SerializeToUtf8Bytes(mark with { Received = received }, PartMarkJson.Default.PartMark));
        var content = _export.Backend.File[..received].Concat(new byte[unsure]).ToArray();
        if (damaged)
        {
            content[4] ^= 0xFF;
        }

        await File.WriteAllBytesAsync(Path.Combine(_export.Folder, ".render_1.videocreateai.part"), content);
        return job;
    }
}
