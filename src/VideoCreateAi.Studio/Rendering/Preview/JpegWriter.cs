using System.Globalization;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>Writes a picture as a JPEG that is no larger than asked for: the best quality that fits, and a smaller picture
/// where none does.</summary>
internal sealed class JpegWriter(IToolRunner tools)
{
    // Of ffmpeg's scale: 2 is the best, 31 the worst.
    private static readonly int[] s_qualities = [3, 4, 5, 6, 8, 10, 13, 17, 23, 31];

    private const double Smaller = 0.75;

    /// <returns>The file's bytes, and the picture's size in it.</returns>
    public async Task<(byte[] Jpeg, int Width, int Height)> WriteAsync(
        PlanarPicture picture, int mostBytes, string workFolder, CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var path in await EncodeAsync(picture, workFolder, cancellationToken))
            {
                if (new FileInfo(path).Length <= mostBytes)
                {
                    return (await File.ReadAllBytesAsync(path, cancellationToken), picture.Width, picture.Height);
                }
            }

            picture = PictureScaler.Shrink(picture, Scaled(picture.Width), Scaled(picture.Height));
        }
    }

    /// <summary>All qualities in one run, the best first.</summary>
    private async Task<IReadOnlyList<string>> EncodeAsync(PlanarPicture picture, string workFolder, CancellationToken cancellationToken)
    {
        var arguments = new FfmpegArguments().RawVideoInput(picture.Width, picture.Height, 1);
        List<string> paths = [];
        foreach (var quality in s_qualities)
        {
            // JPEG knows one kind of colour: BT.601, full range.
            paths.Add(Path.Combine(workFolder, string.Create(CultureInfo.InvariantCulture, $"preview-{quality}.jpg")));
            arguments.Map("0:v:0")
                .VideoFilter("scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,format=yuvj420p")
                .VideoCodec("mjpeg").Option("q:v", quality).Frames(1).StripMetadata().Output("mjpeg", paths[^1]);
        }

        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = arguments.Build(),
                WorkFolder = workFolder,
                Limits = ToolLimits.Decode,
                Feed = async (stream, token) => await stream.WriteAsync(picture.Frame, token),
            },
            cancellationToken);
        return paths;
    }

    private static int Scaled(int side) => Math.Max(16, (int)(side * Smaller) & ~1);
}
