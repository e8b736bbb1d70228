using System.Diagnostics;
using System.Globalization;

namespace VideoCreateAi.Benchmarks;

/// <summary>The processor time of a whole export against x264 alone on the same composed frames, one after the other, several times.</summary>
internal sealed class ExportBenchmark(string self, IReadOnlyList<string> pictures, double seconds, int rounds)
{
    private const string Frames = "/dev/shm/vca-bench.yuv";
    private const string Encoded = "/dev/shm/vca-bench.mp4";

    public async Task RunAsync()
    {
        try
        {
            var length = seconds.ToString(CultureInfo.InvariantCulture);
            await MeasureAsync("dotnet", [self, "compose", Frames, length, .. pictures]);
            Console.WriteLine("| round | x264 alone | whole export | composing alone | export / x264 | composing / x264 |");
            Console.WriteLine("|---|---|---|---|---|---|");
            var exports = new List<double>();
            var compositions = new List<double>();
            for (var round = 1; round <= rounds; round++)
            {
                var encoder = await MeasureAsync(
                    "ffmpeg",
                    [
                        "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", "1080x1920", "-framerate", "30", "-i", Frames,
                        "-c:v", "libx264", "-preset", "veryfast", "-crf", "22", "-g", "60", "-profile:v", "high", Encoded,
                    ]);
                var export = await MeasureAsync(
                    "dotnet", [self, "render", Encoded, length, "crossfade", "cover", "1080x1920", "Urban Dreams", .. pictures]);
                var composing = await MeasureAsync("dotnet", [self, "compose", "/dev/null", length, .. pictures]);
                exports.Add(export / encoder);
                compositions.Add(composing / encoder);
                Console.WriteLine(FormattableString.Invariant(
                    $"| {round} | {encoder:0.0} s | {export:0.0} s | {composing:0.0} s | {export / encoder:0.00} | {composing / encoder:0.00} |"));
            }

            Console.WriteLine(FormattableString.Invariant($"| median | | | | {Median(exports):0.00} | {Median(compositions):0.00} |"));
        }
        finally
        {
            File.Delete(Frames);
            File.Delete(Encoded);
        }
    }

    private static async Task<double> MeasureAsync(string program, IReadOnlyList<string> arguments)
    {
        var before = ChildProcessorTime.Seconds();
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? ChildProcessorTime.Seconds() - before
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
