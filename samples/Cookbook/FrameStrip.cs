using System.Diagnostics;
using System.Globalization;

namespace Cookbook;

/// <summary>Frames of finished videos side by side in one JPEG.</summary>
internal static class FrameStrip
{
    /// <param name="height">Of every frame, in pixels.</param>
    public static async Task WriteAsync(IReadOnlyList<(string Path, double Second)> frames, int height, string target)
    {
        var start = new ProcessStartInfo("ffmpeg");
        foreach (var argument in (string[])["-hide_banner", "-nostdin", "-loglevel", "error", "-y"])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (path, second) in frames)
        {
            foreach (var argument in (string[])["-ss", second.ToString(CultureInfo.InvariantCulture), "-i", path])
            {
                start.ArgumentList.Add(argument);
            }
        }

        var scaled = frames.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"[{index}:v]scale=-2:{height}:flags=lanczos,setsar=1,format=yuvj420p[f{index}]"));
        var row = frames.Count == 1 ? "[f0]null" : string.Create(CultureInfo.InvariantCulture, $"{string.Concat(frames.Select((_, index) => $"[f{index}]"))}hstack=inputs={frames.Count}");
        foreach (var argument in (string[])["-filter_complex", $"{string.Join(';', scaled)};{row}", "-frames:v", "1", "-q:v", "5", "-map_metadata", "-1", "-fflags", "+bitexact", target])
        {
            start.ArgumentList.Add(argument);
        }

        using var ffmpeg = Process.Start(start)!;
        await ffmpeg.WaitForExitAsync();
        if (ffmpeg.ExitCode != 0)
        {
            throw new InvalidOperationException($"ffmpeg ended with {ffmpeg.ExitCode}.");
        }
    }
}
