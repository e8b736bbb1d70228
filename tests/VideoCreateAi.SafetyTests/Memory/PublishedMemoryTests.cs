using System.Globalization;
using System.Text.Json;
using VideoCreateAi.SafetyTests.Canary;
using VideoCreateAi.TestKit.Published;
using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Memory;

/// <summary>How much the published program needs for what is large: the most that was ever resident, against what was after the
/// first call. Every build tries the whole size.</summary>
public sealed class PublishedMemoryTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const double Allowed = 32;
    private const int MostRounds = 5;
    private const long Megabyte = 1024 * 1024;
    private const long FileBytes = 500 * Megabyte;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly CanaryStage _stage = new();
    private HeavyBackend _backend = null!;
    private WiredServer _server = null!;
    private double _idle;

    public async Task InitializeAsync()
    {
        _backend = await HeavyBackend.StartAsync();
        _server = await WiredServer.StartAsync(_stage.Arguments(), _stage.Environment(_backend.Address.AbsoluteUri));
        await _server.CallAsync("get_credits", "{}");
        _idle = ProcessFacts.Resident(_server.ProcessId);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _backend.DisposeAsync();
        _stage.Dispose();
    }

    [Fact]
    public async Task A_large_upload_takes_little_memory()
    {
        await UploadAsync(_server, LongSound(FileBytes));

        Assert.InRange(_backend.Received, FileBytes, FileBytes + Megabyte);
        AssertLittle(_idle, _server.ProcessId);
    }

    [Fact]
    public async Task A_large_upload_takes_little_memory_in_the_studio_too()
    {
        await using var server = await WiredServer.StartAsync(_stage.Arguments(), _stage.Environment("studio"));
        await UploadAsync(server, LongSound(Megabyte));
        var studio = ProcessFacts.Children(server.ProcessId).Single(child => ProcessFacts.CommandLine(child).Contains("studio", StringComparison.Ordinal));
        var idle = ProcessFacts.Resident(studio);

        await UploadAsync(server, LongSound(FileBytes));

        AssertLittle(idle, studio);
    }

    [Fact]
    public async Task A_large_download_takes_little_memory()
    {
        _backend.Film = (await SmallFilm.BytesAsync(), FileBytes);
        await _server.CallAsync("open_project", """{"new":true}""");

        await EndAsync(_server, await _server.CallAsync("export_video", """{"wait_seconds":50}"""));

        Assert.True(new FileInfo(Directory.GetFiles(_stage.OutputFolder, "*.mp4").Single()).Length > FileBytes);
        AssertLittle(_idle, _server.ProcessId);
    }

    [Fact]
    public async Task A_line_of_200_MB_on_standard_input_takes_little_memory()
    {
        var answer = await _server.AnswerToLongLineAsync(200 * Megabyte);

        Assert.Equal(-32600, answer.GetProperty("error").GetProperty("code").GetInt32());
        Assert.False(IsError(await _server.CallAsync("get_credits", "{}")));
        AssertLittle(_idle, _server.ProcessId);
    }

    [Fact]
    public async Task A_line_of_200_MB_from_the_backend_takes_little_memory()
    {
        _backend.LineBytes = 200 * Megabyte;

        var result = await _server.CallAsync("edit_video", """{"message":"make it brighter","wait_seconds":1}""");
        await _backend.TurnEnded.WaitAsync(s_limit);

        Assert.InRange(result.ToString().Length, 1, 100_000);
        AssertLittle(_idle, _server.ProcessId);
    }

    [Fact]
    public async Task A_packed_answer_of_gigabytes_takes_little_memory()
    {
        _backend.PackedBytes = 4096 * Megabyte;

        var result = await _server.CallAsync("get_credits", "{}");

        Assert.True(IsError(result));
        AssertLittle(_idle, _server.ProcessId);
    }

    private static bool IsError(JsonElement result) => result.TryGetProperty("isError", out var isError) && isError.GetBoolean();

    private static async Task UploadAsync(WiredServer server, string path) =>
        await EndAsync(server, await server.CallAsync("upload_media", $$"""{"files":["{{JsonEncodedText.Encode(path)}}"],"wait_seconds":50}"""));

    /// <summary>A machine that does much else may take longer than a tool waits.</summary>
    private static async Task EndAsync(WiredServer server, JsonElement result)
    {
        var job = JobOf(result);
        for (var round = 0; round < MostRounds && Field(job, "status") == "running"; round++)
        {
            job = JobOf(await server.CallAsync("check_job", $$"""{"job_id":"{{Field(job, "job_id")}}","wait_seconds":50}"""));
        }

        Assert.True(Field(job, "status") == "done", result.ToString());
    }

    private static JsonElement JobOf(JsonElement result) =>
        !result.TryGetProperty("structuredContent", out var data) ? result : data.TryGetProperty("jobs", out var jobs) ? jobs[0] : data;

    private static string? Field(JsonElement job, string name) => job.TryGetProperty(name, out var field) ? field.GetString() : null;

    private void AssertLittle(double idle, int processId)
    {
        var peak = ProcessFacts.Peak(processId);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"idle {idle:0.0} MB, at most {peak:0.0} MB: {peak - idle:0.0} MB more"));

        Assert.InRange(peak - idle, 0, Allowed);
        _stage.AssertNowhere(_stage.Token, [.. _server.Written, .. _server.Children]);
    }

    /// <summary>A WAV file with nothing in it that takes no room on the disk.</summary>
    private string LongSound(long bytes)
    {
        var path = Path.Combine(_stage.InputFolder, string.Create(CultureInfo.InvariantCulture, $"sound-{bytes}.wav"));
        using var file = File.Create(path);
        file.Write([.. "RIFF"u8, .. BitConverter.GetBytes((uint)(bytes - 8)), .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x44, 0xAC, 0, 0, 0x88, 0x58, 1, 0, 2, 0, 16, 0, .. "data"u8, .. BitConverter.GetBytes((uint)(bytes - 44))]);
        file.SetLength(bytes);
        return path;
    }
}
