using System.Diagnostics;

namespace VideoCreateAi.TestKit.Cloud;

/// <summary>The file that every render of a scripted cloud turns out to be, and how long it plays.</summary>
public sealed record CloudFilm(byte[] Bytes, int Milliseconds)
{
    public const int Width = 180;
    public const int Height = 320;

    private const int Seconds = 4;

    private static readonly Lazy<Task<CloudFilm>> s_made = new(MakeAsync);

    /// <summary>Four seconds of a test picture with a tone, made once.</summary>
    public static Task<CloudFilm> Made => s_made.Value;

    private static async Task<CloudFilm> MakeAsync()
    {
        using var folder = new TempFolder();
        var path = folder.File("film.mp4");
        using var ffmpeg = Process.Start("ffmpeg",
        [
            "-v", "error", "-f", "lavfi", "-i", $"testsrc2=s={Width}x{Height}:r=25:d={Seconds}", "-f", "lavfi", "-i", $"sine=f=440:d={Seconds}",
            "-pix_fmt", "yuv420p", "-movflags", "+faststart", path,
        ]);
        await ffmpeg.WaitForExitAsync();
        return new CloudFilm(await File.ReadAllBytesAsync(path), Seconds * 1000);
    }
}
