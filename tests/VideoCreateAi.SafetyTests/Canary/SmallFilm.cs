using System.Diagnostics;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.SafetyTests.Canary;

/// <summary>One second of a real video, made once.</summary>
internal static class SmallFilm
{
    private static readonly Lazy<Task<byte[]>> s_bytes = new(MakeAsync);

    public static Task<byte[]> BytesAsync() => s_bytes.Value;

    private static async Task<byte[]> MakeAsync()
    {
        using var folder = new TempFolder();
        var path = folder.File("film.mp4");
        using var ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=s=64x64:r=10:d=1", "-pix_fmt", "yuv420p", "-movflags", "+faststart", path]);
        await ffmpeg.WaitForExitAsync();
        return await File.ReadAllBytesAsync(path);
    }
}
