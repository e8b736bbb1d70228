using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace VideoCreateAi.Evals;

/// <summary>Small files of a kind and length, made once and kept for the next run.</summary>
internal sealed class SyntheticMedia : IDisposable
{
    private const double UsualSeconds = 10;

    // Made one at a time, and each of them once.
    private readonly SemaphoreSlim _maker = new(1);
    private readonly ConcurrentDictionary<string, string> _made = new();
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "videocreateai-evals", "media-1")).FullName;

    /// <summary>The path of such a file. Its content tells what it is, so its name does not matter.</summary>
    public async Task<string> FileAsync(DirectorAsset asset, CancellationToken cancellationToken)
    {
        var seconds = asset.Kind == "image" ? 0 : asset.Duration ?? UsualSeconds;
        var ending = asset.Kind switch
        {
            "image" => "png",
            "video" => "mp4",
            "audio" => "wav",
            _ => throw new InvalidDataException($"{asset.Name} is of the kind '{asset.Kind}'; there are image, video and audio."),
        };
        var name = string.Create(CultureInfo.InvariantCulture, $"{asset.Kind}-{seconds:0.###}.{ending}");
        if (_made.TryGetValue(name, out var known))
        {
            return known;
        }

        await _maker.WaitAsync(cancellationToken);
        try
        {
            var path = Path.Combine(_folder, name);
            if (!File.Exists(path))
            {
                var unfinished = Path.Combine(_folder, $"{Environment.ProcessId}-{name}");
                await MakeAsync([.. Arguments(asset.Kind, seconds), unfinished], cancellationToken);
                File.Move(unfinished, path, overwrite: true);
            }

            return _made[name] = path;
        }
        finally
        {
            _maker.Release();
        }
    }

    public void Dispose() => _maker.Dispose();

    private static string[] Arguments(string kind, double seconds)
    {
        if (kind == "image")
        {
            return ["-f", "lavfi", "-i", "testsrc2=s=640x360", "-frames:v", "1"];
        }

        var length = seconds.ToString("0.###", CultureInfo.InvariantCulture);
        if (kind == "audio")
        {
            return ["-f", "lavfi", "-i", "sine=r=8000", "-t", length, "-c:a", "pcm_u8"];
        }

        // Whole frames, and the sound a little shorter: the picture alone says how long the clip is.
        var rate = seconds * 10 % 1 < 0.001 ? "10" : "20";
        var sound = Math.Max(0.05, seconds - 0.1).ToString("0.###", CultureInfo.InvariantCulture);
        return
        [
            "-f", "lavfi", "-i", $"color=c=teal:s=160x90:r={rate}:d={length}", "-f", "lavfi", "-t", sound, "-i", "anullsrc=r=8000:cl=mono",
            "-c:v", "libx264", "-preset", "ultrafast", "-g", "50", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "8k",
        ];
    }

    private static async Task MakeAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardError = true };
        foreach (var argument in (string[])["-v", "error", "-nostdin", "-y", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new IOException("ffmpeg could not be started.");
        var said = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new IOException($"ffmpeg could not make {arguments[^1]}: {said.Trim()}");
        }
    }
}
