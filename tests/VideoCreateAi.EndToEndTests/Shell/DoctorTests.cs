using System.Diagnostics;
using System.Text.Json;

namespace VideoCreateAi.EndToEndTests.Shell;

public sealed class DoctorTests : IAsyncLifetime
{
    private readonly PublishedServer _server = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_machine_with_everything_is_well_whatever_is_on_the_path(string? path)
    {
        var (exit, output, _) = await DoctorAsync(["--json"], path is null ? [] : new() { ["PATH"] = path });

        using var report = JsonDocument.Parse(output);
        var checks = report.RootElement.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("name").GetString()!, check => check);
        Assert.Equal(0, exit);
        Assert.DoesNotContain(checks.Values, check => check.GetProperty("state").GetString() == "missing");
        foreach (var name in new[] { "ffmpeg", "ffprobe", "encoders", "decoders", "filters", "lettering", "font-latin", "font-cjk", "font-arabic", "font-devanagari", "font-emoji", "music", "voice", "data", "output", "settings", "backend", "token" })
        {
            Assert.Equal("ok", checks[name].GetProperty("state").GetString());
        }

        Assert.Contains("sandbox", checks.Keys);
        Assert.Contains("disk", checks.Keys);
    }

    [Fact]
    public async Task A_missing_ffmpeg_is_a_line_with_what_mends_it_and_a_number_for_scripts()
    {
        var (exit, output, _) = await DoctorAsync([], new() { ["VIDEOCREATEAI_FFMPEG"] = "/no/such/ffmpeg" });

        Assert.Equal(1, exit);
        Assert.Contains("missing ffmpeg           not found: VIDEOCREATEAI_FFMPEG names /no/such/ffmpeg\n        mend: correct VIDEOCREATEAI_FFMPEG", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_never_shown_and_sent_to_nobody()
    {
        const string Secret = "tok_3f9a0c77d1";
        var (_, output, errors) = await DoctorAsync(["--json", "--backend", "http://127.0.0.1:9/"], new() { ["NEMO_TOKEN"] = Secret });

        Assert.Contains("NEMO_TOKEN is set", output, StringComparison.Ordinal);
        Assert.Contains("cannot be reached (127.0.0.1:9)", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_refusal_for_want_of_ffmpeg_carries_what_the_doctor_says_and_the_second_does_not()
    {
        var picture = Path.Combine(_server.InputFolder, "a.png");
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "color=orange:s=64x64", "-frames:v", "1", picture);
        var client = await _server.ConnectAsync(new() { ["VIDEOCREATEAI_FFMPEG"] = "/no/such/ffmpeg" });

        var first = ToolCalls.Text(await client.CallToolAsync("upload_media", new Dictionary<string, object?> { ["files"] = new[] { picture } }));
        var second = ToolCalls.Text(await client.CallToolAsync("upload_media", new Dictionary<string, object?> { ["files"] = new[] { picture } }));

        Assert.Contains("ffmpeg_missing", first, StringComparison.Ordinal);
        Assert.Contains("doctor:\nmissing ffmpeg", first, StringComparison.Ordinal);
        Assert.Contains("ffmpeg_missing", second, StringComparison.Ordinal);
        Assert.DoesNotContain("doctor:", second, StringComparison.Ordinal);
    }

    // Not by a shell: with an empty PATH it would find nothing, and that is what a program with windows gives its servers.
    private async Task<(int Exit, string Output, string Errors)> DoctorAsync(string[] arguments, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/",
        };
        foreach (var argument in (string[])[PublishedServer.Library, "doctor", "--data", _server.DataFolder, "--output", _server.OutputFolder, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(120));
        return (process.ExitCode, await output, await errors);
    }
}
