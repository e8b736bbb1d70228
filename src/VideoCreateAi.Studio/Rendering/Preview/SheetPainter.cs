using System.Globalization;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Text;

namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>Puts a sheet together: the frames with their times, and under them the tracks over the time axis.</summary>
internal sealed class SheetPainter(LabelWriter labels)
{
    private const uint White = 0xFFFFFF;
    private const uint Faint = 0xA9B0BC;
    private const int LabelSize = 12;
    private const int NumberSize = 10;
    private const int LeastTickDistance = 72;

    // Less room than this shows no word that anybody knows again.
    private const int LeastLabelWidth = 34;
    private const int LeastNumberedLabelWidth = 62;

    private static readonly YuvColor s_ground = Color(0x15171C);
    private static readonly YuvColor s_lane = Color(0x20232B);
    private static readonly YuvColor s_line = Color(0x6B7280);

    // In order of LaneKind; neighbours on a lane take turns.
    private static readonly (string Name, YuvColor One, YuvColor Other)[] s_looks =
    [
        ("Video", Color(0x3565A8), Color(0x28507F)),
        ("Overlay", Color(0x23808A), Color(0x1B646C)),
        ("Titles", Color(0xA8651E), Color(0x865017)),
        ("Captions", Color(0x857021), Color(0x6A591A)),
        ("Music", Color(0x2F7D46), Color(0x256338)),
        ("Voice", Color(0x7A4BA0), Color(0x613C80)),
        ("Effects", Color(0x9A3F55), Color(0x7A3244)),
    ];

    private static readonly double[] s_steps = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600];

    /// <param name="tiles">As large as the layout's tiles, with the time of each.</param>
    public async Task<PlanarPicture> PaintAsync(
        SheetLayout layout, IReadOnlyList<(PlanarPicture Picture, TimeSpan At)> tiles, IReadOnlyList<Lane> lanes, TimeSpan duration,
        CancellationToken cancellationToken)
    {
        var sheet = new PlanarPicture(layout.Width, layout.Height);
        sheet.Fill(s_ground);
        for (var i = 0; i < tiles.Count; i++)
        {
            Ink.Place(sheet, tiles[i].Picture, layout.Tiles[i].X, layout.Tiles[i].Y);
            await StampAsync(sheet, layout.Tiles[i], tiles[i].At, cancellationToken);
        }

        for (var i = 0; i < layout.Lanes.Count; i++)
        {
            await LaneAsync(sheet, layout.Lanes[i], lanes[i], cancellationToken);
        }

        await AxisAsync(sheet, layout, [.. tiles.Select(tile => tile.At)], duration, cancellationToken);
        return sheet;
    }

    /// <summary>As people write times: <c>0:03.5</c>.</summary>
    public static string Words(TimeSpan time)
    {
        var tenths = (long)Math.Round(time.TotalSeconds * 10);
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 600}:{tenths / 10 % 60:00}.{tenths % 10}");
    }

    private async Task StampAsync(PlanarPicture sheet, PixelRect tile, TimeSpan at, CancellationToken cancellationToken)
    {
        var size = tile.Width >= 180 ? 15 : tile.Width >= 110 ? 13 : 11;
        var width = await labels.WidthAsync(Words(at), size, White, cancellationToken);
        var plate = new PixelRect(tile.X, tile.Y, (width + 9) & ~1, (size + 7) & ~1);
        Ink.Fill(sheet, plate, YuvColor.Black, 0.66);
        await labels.WriteAsync(sheet, Words(at), size, White, plate with { X = plate.X + 4, Width = Math.Min(width, tile.Width - 4) }, TextAlign.Left, cancellationToken);
    }

    private async Task LaneAsync(PlanarPicture sheet, PixelRect place, Lane lane, CancellationToken cancellationToken)
    {
        var (name, one, other) = s_looks[(int)lane.Kind];
        Ink.Fill(sheet, place, s_lane);
        if (place.X > SheetLayout.Margin)
        {
            var gutter = new PixelRect(SheetLayout.Margin, place.Y, place.X - SheetLayout.Margin - 6, place.Height);
            await labels.WriteAsync(sheet, name, LabelSize, Faint, gutter, TextAlign.Left, cancellationToken);
        }

        for (var i = 0; i < lane.Bars.Count; i++)
        {
            var bar = lane.Bars[i];
            var left = place.X + (int)Math.Round(bar.Start * place.Width);
            var right = place.X + (int)Math.Round(bar.End * place.Width);
            var field = new PixelRect(left, place.Y, Math.Max(2, right - left - 1), place.Height);
            Ink.Fill(sheet, field, i % 2 == 0 ? one : other);
            var room = field with { X = field.X + 4, Width = field.Width - 8 };
            if (room.Width >= (bar.Number is null ? LeastLabelWidth : LeastNumberedLabelWidth))
            {
                await labels.WriteAsync(sheet, bar.Label, LabelSize, White, room, TextAlign.Left, cancellationToken);
            }
            else if (bar.Number?.ToString(CultureInfo.InvariantCulture) is { } number
                && await labels.WidthAsync(number, NumberSize, White, cancellationToken) <= field.Width)
            {
                await labels.WriteAsync(sheet, number, NumberSize, White, field, TextAlign.Center, cancellationToken);
            }
        }
    }

    private async Task AxisAsync(
        PlanarPicture sheet, SheetLayout layout, IReadOnlyList<TimeSpan> shown, TimeSpan duration, CancellationToken cancellationToken)
    {
        var axis = layout.Axis;
        foreach (var at in shown)
        {
            // Where the pictures above were taken.
            Ink.Fill(sheet, new PixelRect(X(at.TotalSeconds) & ~1, axis.Y - 4, 2, 4), s_line);
        }

        var step = s_steps.FirstOrDefault(seconds => seconds / duration.TotalSeconds * axis.Width >= LeastTickDistance, s_steps[^1]);
        for (var seconds = 0.0; seconds <= duration.TotalSeconds + 1e-6; seconds += step)
        {
            var x = X(seconds);
            Ink.Fill(sheet, new PixelRect(x & ~1, axis.Y, 2, 4), s_line);
            var whole = (long)seconds;
            var label = step < 1
                ? Words(TimeSpan.FromSeconds(seconds))
                : string.Create(CultureInfo.InvariantCulture, $"{whole / 60}:{whole % 60:00}");
            var width = await labels.WidthAsync(label, LabelSize - 1, Faint, cancellationToken);
            var left = Math.Clamp(x - width / 2, axis.X, axis.X + axis.Width - width);
            await labels.WriteAsync(
                sheet, label, LabelSize - 1, Faint, new PixelRect(left, axis.Y + 4, width, axis.Height - 4), TextAlign.Left, cancellationToken);
        }

        int X(double seconds) => axis.X + (int)Math.Round(Math.Clamp(seconds / duration.TotalSeconds, 0, 1) * (axis.Width - 2));
    }

    private static YuvColor Color(uint rgb) => YuvColor.FromRgb((rgb >> 16) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0);
}
