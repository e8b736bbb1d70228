using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Text;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

/// <summary>Drawn words on white, as red, green and blue, cropped to their ink.</summary>
internal sealed class InkPicture
{
    private const int Paper = 235;

    private readonly byte[] _pixels;
    private readonly int _stride;
    private readonly (int Left, int Top, int Right, int Bottom) _ink;

    private InkPicture(byte[] pixels, int width, int height)
    {
        (_pixels, _stride) = (pixels, width);
        var (left, top, right, bottom) = (width, height, 0, 0);
        for (var i = 0; i < width * height; i++)
        {
            if (pixels[3 * i] < Paper || pixels[3 * i + 1] < Paper || pixels[3 * i + 2] < Paper)
            {
                (left, right) = (Math.Min(left, i % width), Math.Max(right, i % width + 1));
                (top, bottom) = (Math.Min(top, i / width), Math.Max(bottom, i / width + 1));
            }
        }

        _ink = (left, top, Math.Max(right, left + 1), Math.Max(bottom, top + 1));
    }

    public double Shape => (double)(_ink.Right - _ink.Left) / (_ink.Bottom - _ink.Top);

    public static InkPicture Of(TextBitmap bitmap)
    {
        var pixels = new byte[bitmap.Width * bitmap.Height * 3];
        for (var i = 0; i < bitmap.Width * bitmap.Height; i++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                pixels[3 * i + channel] = (byte)(bitmap.Pixels[4 * i + 2 - channel] + 255 - bitmap.Pixels[4 * i + 3]);
            }
        }

        return new InkPicture(pixels, bitmap.Width, bitmap.Height);
    }

    public static async Task<InkPicture> ReadAsync(IToolRunner tools, string path, string workFolder)
    {
        var header = new byte[24];
        await using (var file = File.OpenRead(path))
        {
            await file.ReadExactlyAsync(header);
        }

        var (width, height) = (header[18] * 256 + header[19], header[22] * 256 + header[23]);
        var pixels = new byte[width * height * 3];
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = new FfmpegArguments().ForcedInput("png_pipe", path, InputGuards.Picture).Map("0:v:0").Frames(1).RawVideoOutput("rgb24").Build(),
                WorkFolder = workFolder,
                Inputs = [path],
                Limits = ToolLimits.Decode,
                Read = async (stream, token) => await stream.ReadExactlyAsync(pixels, token),
            },
            CancellationToken.None);
        return new InkPicture(pixels, width, height);
    }

    /// <summary>1 for the same ink in the same places, whatever its size; 0 for unrelated ink.</summary>
    public double Likeness(InkPicture other)
    {
        const int Rows = 20;
        var columns = (int)Math.Round(Rows * other.Shape);
        var (mine, theirs) = (Shrunk(columns, Rows), other.Shrunk(columns, Rows));
        var (meanMine, meanTheirs) = (mine.Average(), theirs.Average());
        double both = 0, one = 1e-9, two = 1e-9;
        for (var i = 0; i < mine.Length; i++)
        {
            var (a, b) = (mine[i] - meanMine, theirs[i] - meanTheirs);
            both += a * b;
            one += a * a;
            two += b * b;
        }

        return both / Math.Sqrt(one * two);
    }

    private double[] Shrunk(int columns, int rows)
    {
        var result = new double[columns * rows * 3];
        var (width, height) = ((double)(_ink.Right - _ink.Left) / columns, (double)(_ink.Bottom - _ink.Top) / rows);
        const int Samples = 4;
        for (var i = 0; i < result.Length; i++)
        {
            var (cell, channel) = (i / 3, i % 3);
            for (var sample = 0; sample < Samples * Samples; sample++)
            {
                var x = (int)(_ink.Left + (cell % columns + (sample % Samples + 0.5) / Samples) * width);
                var y = (int)(_ink.Top + (cell / columns + (sample / Samples + 0.5) / Samples) * height);
                result[i] += _pixels[(y * _stride + x) * 3 + channel];
            }
        }

        return result;
    }
}
