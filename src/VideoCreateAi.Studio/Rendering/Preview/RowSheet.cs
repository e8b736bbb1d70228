using System.Globalization;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>Several finished videos on one picture: a row of frames for each, with its number in front.</summary>
internal sealed class RowSheet(IToolRunner tools, RenderOptions options)
{
    private const int Frames = 4;
    private const int Margin = 10;
    private const int Gap = 6;
    private const int Gutter = 28;
    private const int NumberSize = 18;
    private const int StampSize = 12;
    private const int LargestTile = 240;
    private const uint White = 0xFFFFFF;

    private static readonly YuvColor s_ground = YuvColor.FromRgb(0x15 / 255.0, 0x17 / 255.0, 0x1C / 255.0);

    /// <param name="videos">With the number that stands in front of each.</param>
    public async Task<PreviewPicture> DrawAsync(IReadOnlyList<(int Number, MediaFile File)> videos, string workFolder, CancellationToken cancellationToken)
    {
        var rows = Layout(videos.Select(video => (double)video.File.Info.Width / video.File.Info.Height).ToList());
        var times = videos.Select(video => Moments(video.File.Info.Duration)).ToList();
        var pictures = new PlanarPicture[videos.Count * Frames];
        var loader = new StillLoader(tools);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, pictures.Length),
            new ParallelOptions { MaxDegreeOfParallelism = options.ComposerThreads, CancellationToken = cancellationToken },
            async (i, token) =>
            {
                var (row, file) = (rows[i / Frames], videos[i / Frames].File);
                var whole = new PictureSegment { Id = "", Range = new TimeRange(TimeSpan.Zero, file.Info.Duration) };
                pictures[i] = await loader.LoadAsync(file, whole, row.Width, row.Height, workFolder, token, times[i / Frames][i % Frames]);
            });

        var sheet = new PlanarPicture(
            Math.Min(TimelinePreview.SheetSide, rows.Max(row => row.X + (Frames * (row.Width + Gap))) - Gap + Margin) & ~1, (rows[^1].Y + rows[^1].Height + Margin) & ~1);
        sheet.Fill(s_ground);
        var labels = new LabelWriter(TextRasterizers.Choose(tools), workFolder);
        for (var i = 0; i < pictures.Length; i++)
        {
            var row = rows[i / Frames];
            var place = row with { X = row.X + (i % Frames * (row.Width + Gap)) };
            Ink.Place(sheet, pictures[i], place.X, place.Y);
            await StampAsync(sheet, labels, place, SheetPainter.Words(times[i / Frames][i % Frames]), cancellationToken);
            if (i % Frames == 0)
            {
                await labels.WriteAsync(
                    sheet, videos[i / Frames].Number.ToString(CultureInfo.InvariantCulture), NumberSize, White,
                    new PixelRect(Margin, row.Y, Gutter - Gap, row.Height), TextAlign.Center, cancellationToken);
            }
        }

        var (jpeg, width, height) = await new JpegWriter(tools).WriteAsync(sheet, TimelinePreview.MostSheetBytes, workFolder, cancellationToken);
        return new PreviewPicture(jpeg, width, height, [.. times.SelectMany(row => row)], []);
    }

    /// <summary>The first tile of each row.</summary>
    internal static IReadOnlyList<PixelRect> Layout(IReadOnlyList<double> aspects)
    {
        var most = Math.Min(LargestTile, ((TimelinePreview.SheetSide - Margin) / aspects.Count) - Gap);
        var widest = (TimelinePreview.SheetSide - (2 * Margin) - Gutter - ((Frames - 1) * Gap)) / Frames;
        List<PixelRect> rows = [];
        var top = Margin;
        foreach (var aspect in aspects)
        {
            var height = Math.Max(16, (int)Math.Min(most, widest / aspect) & ~1);
            rows.Add(new PixelRect(Margin + Gutter, top, Math.Max(16, (int)Math.Min(widest, height * aspect) & ~1), height));
            top += height + Gap;
        }

        return rows;
    }

    /// <summary>Spread over the video, none of them at its very end, where fades leave nothing to see.</summary>
    private static List<TimeSpan> Moments(TimeSpan duration) => [.. Enumerable.Range(0, Frames).Select(i => duration * ((i + 0.5) / Frames))];

    private static async Task StampAsync(PlanarPicture sheet, LabelWriter labels, PixelRect tile, string words, CancellationToken cancellationToken)
    {
        var width = await labels.WidthAsync(words, StampSize, White, cancellationToken);
        var plate = new PixelRect(tile.X, tile.Y, Math.Min(tile.Width, (width + 9) & ~1), (StampSize + 7) & ~1);
        Ink.Fill(sheet, plate, YuvColor.Black, 0.66);
        await labels.WriteAsync(sheet, words, StampSize, White, plate with { X = plate.X + 4, Width = Math.Min(width, tile.Width - 4) }, TextAlign.Left, cancellationToken);
    }
}
