using System.Globalization;
using System.Text;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Draws text with ffmpeg's ass filter, where Pango is missing: white on black, read as coverage. No colour emoji.</summary>
internal sealed class AssTextRasterizer(IToolRunner tools) : ITextRasterizer
{
    private const string ScriptName = "text.ass";
    private const double Shrink = 0.85;
    private const int MostTries = 8;
    private const byte Visible = 8;

    public async Task<TextBitmap> DrawAsync(TextRequest request, string workFolder, CancellationToken cancellationToken)
    {
        request = TextGuard.Of(request);
        var size = request.Size;
        for (var attempt = 1; ; attempt++)
        {
            // Room on all sides shows what does not fit.
            var width = (request.MaxWidth * 5 / 4 + 1) & ~1;
            var height = (request.MaxHeight * 5 / 4 + 1) & ~1;
            var coverage = await CoverageAsync(request, size, width, height, workFolder, cancellationToken);
            var (left, top, right, bottom) = Bounds(coverage, width, height);
            if ((right - left <= request.MaxWidth && bottom - top <= request.MaxHeight) || attempt == MostTries)
            {
                return Crop(coverage, width, left, top, right, bottom, request.Color, size);
            }

            size = Math.Max(10, (int)(size * Shrink));
        }
    }

    public Task<string> MissingAsync(string text, IReadOnlyList<string> fonts, CancellationToken cancellationToken) => Task.FromResult("");

    private async Task<byte[]> CoverageAsync(
        TextRequest request, int size, int width, int height, string workFolder, CancellationToken cancellationToken)
    {
        // A folder for each drawing: two titles may be drawn at once.
        var folder = Directory.CreateDirectory(Path.Combine(workFolder, "text-" + Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, ScriptName), Script(request, size, width, height), cancellationToken);
            var coverage = new byte[width * height];
            await tools.RunAsync(
                new ToolRun
                {
                    Tool = MediaTool.Ffmpeg,
                    Arguments = new FfmpegArguments()
                        .Option("f", "lavfi")
                        .Option("i", string.Create(CultureInfo.InvariantCulture, $"color=black:size={width}x{height}:rate=1"))
                        .VideoFilter($"format=gray,ass={ScriptName}")
                        .Frames(1)
                        .RawVideoOutput("gray")
                        .Build(),
                    WorkFolder = folder,
                    Limits = ToolLimits.Decode,
                    Read = async (stream, token) =>
                    {
                        await stream.ReadExactlyAsync(coverage, token);
                        await stream.CopyToAsync(Stream.Null, token);
                    },
                },
                cancellationToken);
            return coverage;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Script(TextRequest request, int size, int width, int height)
    {
        var margin = (width - request.MaxWidth) / 2;
        var alignment = request.Align switch { TextAlign.Left => 4, TextAlign.Right => 6, _ => 5 };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            [Script Info]
            ScriptType: v4.00+
            PlayResX: {width}
            PlayResY: {height}
            WrapStyle: 0

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, BackColour, Bold, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: Default,{FontName(request.Fonts)},{size},&H00FFFFFF,&HFF000000,&HFF000000,-1,1,0,0,{alignment},{margin},{margin},0,1

            [Events]
            Format: Layer, Start, End, Style, Text
            Dialogue: 0,0:00:00.00,0:00:10.00,Default,{Escape(request.Text)}

            """);
    }

    // Nothing of the text may act as an override: braces are escaped and no backslash meets a letter.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\\' => escaped.Append('\\').Append('\u2060'),
                '{' => escaped.Append("\\{"),
                '}' => escaped.Append("\\}"),
                '\n' => escaped.Append("\\N"),
                _ when char.IsControl(letter) => escaped,
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    private static string FontName(IReadOnlyList<string> fonts) =>
        fonts.Count == 0 ? "sans-serif" : string.Concat(fonts[0].Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-'));

    private static (int Left, int Top, int Right, int Bottom) Bounds(byte[] coverage, int width, int height)
    {
        var (left, top, right, bottom) = (width, height, 0, 0);
        for (var i = 0; i < coverage.Length; i++)
        {
            if (coverage[i] > Visible)
            {
                var (x, y) = (i % width, i / width);
                (left, right) = (Math.Min(left, x), Math.Max(right, x + 1));
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y + 1));
            }
        }

        return right == 0 ? (0, 0, 1, 1) : (left, top, right, bottom);
    }

    private static TextBitmap Crop(byte[] coverage, int width, int left, int top, int right, int bottom, uint color, int size)
    {
        var pixels = new byte[(right - left) * (bottom - top) * 4];
        var at = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                int alpha = coverage[y * width + x];
                pixels[at++] = (byte)((color & 255) * alpha / 255);
                pixels[at++] = (byte)(((color >> 8) & 255) * alpha / 255);
                pixels[at++] = (byte)(((color >> 16) & 255) * alpha / 255);
                pixels[at++] = (byte)alpha;
            }
        }

        return new TextBitmap(right - left, bottom - top, pixels, size);
    }
}
