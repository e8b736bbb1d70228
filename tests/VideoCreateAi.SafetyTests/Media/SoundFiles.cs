using System.Diagnostics;

namespace VideoCreateAi.SafetyTests.Media;

/// <summary>One small good file of each of the thirteen formats, to be spoiled.</summary>
internal static class SoundFiles
{
    private const string Picture = "testsrc2=s=64x48:r=10:d=0.5";
    private const string Tone = "sine=f=440:d=0.5";

    private static readonly (string Name, string[] Arguments)[] s_recipes =
    [
        ("a.mp4", ["-f", "lavfi", "-i", Picture, "-f", "lavfi", "-i", Tone, "-c:v", "libx264", "-c:a", "aac", "-movflags", "+faststart"]),
        ("a.mov", ["-f", "lavfi", "-i", Picture, "-f", "lavfi", "-i", Tone, "-c:v", "libx264", "-c:a", "aac"]),
        ("a.avi", ["-f", "lavfi", "-i", Picture, "-f", "lavfi", "-i", Tone, "-c:v", "mpeg4", "-c:a", "mp3"]),
        ("a.webm", ["-f", "lavfi", "-i", Picture, "-f", "lavfi", "-i", Tone, "-c:v", "libvpx", "-c:a", "libopus"]),
        ("a.mkv", ["-f", "lavfi", "-i", Picture, "-f", "lavfi", "-i", Tone, "-c:v", "libx264", "-c:a", "aac"]),
        ("a.jpg", ["-f", "lavfi", "-i", Picture, "-frames:v", "1"]),
        ("a.png", ["-f", "lavfi", "-i", Picture, "-frames:v", "1"]),
        ("a.gif", ["-f", "lavfi", "-i", Picture]),
        ("a.webp", ["-f", "lavfi", "-i", Picture, "-frames:v", "1", "-c:v", "libwebp"]),
        ("a.mp3", ["-f", "lavfi", "-i", Tone]),
        ("a.wav", ["-f", "lavfi", "-i", Tone]),
        ("a.m4a", ["-f", "lavfi", "-i", Tone, "-c:a", "aac"]),
        ("a.aac", ["-f", "lavfi", "-i", Tone, "-c:a", "aac", "-f", "adts"]),
    ];

    public static async Task<IReadOnlyList<(string Name, byte[] Bytes)>> MakeAsync(string folder)
    {
        List<(string, byte[])> made = [];
        foreach (var (name, arguments) in s_recipes)
        {
            made.Add((name, await MakeAsync(Path.Combine(folder, name), arguments)));
        }

        return made;
    }

    public static async Task<byte[]> MakeAsync(string path, params string[] arguments)
    {
        // The same bytes on every machine with the same ffmpeg: no dates, no version in the file.
        var start = new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments, "-threads", "1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", path]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
        return await File.ReadAllBytesAsync(path);
    }
}
