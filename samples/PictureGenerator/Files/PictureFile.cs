using System.Diagnostics;
using System.Globalization;

namespace VideoCreateAi.Samples.PictureGenerator.Files;

/// <summary>Writes raw pixels as JPEG or PNG through the machine's ffmpeg, fed by a pipe.</summary>
internal static class PictureFile
{
    /// <param name="pixels">Three bytes a pixel for a .jpg, four for a .png.</param>
    /// <param name="quality">ffmpeg's scale for JPEG: 2 is best, 31 worst.</param>
    public static async Task WriteAsync(
        string path, int width, int height, byte[] pixels, int quality, CancellationToken cancellationToken)
    {
        var png = path.EndsWith(".png", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardInput = true };
        string[] arguments =
        [
            "-hide_banner", "-loglevel", "error", "-y",
            "-f", "rawvideo", "-pix_fmt", png ? "rgba" : "rgb24",
            "-video_size", string.Create(CultureInfo.InvariantCulture, $"{width}x{height}"), "-i", "pipe:0",
            "-frames:v", "1", "-flags", "+bitexact", "-fflags", "+bitexact", "-map_metadata", "-1",
            .. png
                ? ["-c:v", "png", "-compression_level", "9", "-pred", "mixed"]
                : (string[])["-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-huffman", "optimal", "-q:v", quality.ToString(CultureInfo.InvariantCulture)],
            "-f", "image2", "-update", "1", "file:" + path,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var ffmpeg = Process.Start(start) ?? throw new InvalidOperationException("ffmpeg did not start.");
        await using (var input = ffmpeg.StandardInput.BaseStream)
        {
            await input.WriteAsync(pixels, cancellationToken);
        }

        await ffmpeg.WaitForExitAsync(cancellationToken);
        if (ffmpeg.ExitCode != 0)
        {
            throw new InvalidOperationException($"ffmpeg ended with {ffmpeg.ExitCode} and did not write {path}.");
        }
    }

    /// <summary>The pixels as they are stored when the camera lay on its side: a quarter turn against the clock.</summary>
    public static byte[] TurnedLeft(byte[] pixels, int width, int height)
    {
        var turned = new byte[pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var from = ((y * width) + x) * 3;
                var to = (((width - 1 - x) * height) + y) * 3;
                pixels.AsSpan(from, 3).CopyTo(turned.AsSpan(to, 3));
            }
        }

        return turned;
    }
}
