using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VideoCreateAi.EndToEndTests;

/// <summary>Looks at finished files with ffprobe and at decoded pixels.</summary>
internal static partial class MediaTools
{
    public static async Task<JsonElement> ProbeAsync(string path)
    {
        var output = await RunAsync(
            "ffprobe", "-v", "error", "-count_packets", "-show_streams", "-show_format", "-of", "json", path);
        using var document = JsonDocument.Parse(output.Output);
        return document.RootElement.Clone();
    }

    /// <summary>One frame as RGB bytes of the given size.</summary>
    public static Task<byte[]> FrameAsync(string path, double seconds, int width, int height) =>
        RawAsync(path, seconds, $"scale={width}:{height}:flags=area", "rgb24");

    /// <summary>The middle of a picture in the given shape as RGB bytes, over white where it is transparent.</summary>
    public static async Task<byte[]> MiddleAsync(string path, int width, int height)
    {
        var rgba = await RawAsync(
            path, 0, $"crop='min(iw,ih*{width}/{height})':'min(ih,iw*{height}/{width})',scale={width}:{height}:flags=area", "rgba");
        return [.. Enumerable.Range(0, width * height).SelectMany(pixel => Flat(rgba.AsSpan(pixel * 4, 4)))];
    }

    private static byte[] Flat(ReadOnlySpan<byte> rgba)
    {
        var alpha = rgba[3];
        return [Over(rgba[0], alpha), Over(rgba[1], alpha), Over(rgba[2], alpha)];

        static byte Over(byte value, byte alpha) => (byte)(((value * alpha) + (255 * (255 - alpha))) / 255);
    }

    private static async Task<byte[]> RawAsync(string path, double seconds, string filter, string pixelFormat)
    {
        // A still has nothing to seek in: asked to, ffmpeg may give no frame at all.
        string[] seek = seconds == 0 ? [] : ["-ss", seconds.ToString(CultureInfo.InvariantCulture)];
        using var process = Start(
            "ffmpeg", ["-v", "error", .. seek, "-i", path, "-frames:v", "1", "-vf", filter, "-pix_fmt", pixelFormat, "-f", "rawvideo", "-"]);
        using var bytes = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bytes);
        await process.WaitForExitAsync();
        return bytes.ToArray();
    }

    /// <summary>Integrated loudness in LUFS.</summary>
    public static async Task<double> LoudnessAsync(string path)
    {
        var (_, error) = await RunAsync("ffmpeg", "-hide_banner", "-nostats", "-i", path, "-af", "ebur128", "-f", "null", "-");
        return double.Parse(LoudnessPattern().Matches(error)[^1].Groups[1].Value, CultureInfo.InvariantCulture);
    }

    public static Task MakeAsync(params string[] arguments) => RunAsync("ffmpeg", ["-v", "error", "-y", .. arguments]);

    private static async Task<(string Output, string Error)> RunAsync(string tool, params string[] arguments)
    {
        using var process = Start(tool, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? (output, await error) : throw new InvalidOperationException($"{tool} failed: {await error}");
    }

    private static Process Start(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex(@"I:\s+(-?[\d.]+) LUFS")]
    private static partial Regex LoudnessPattern();
}
