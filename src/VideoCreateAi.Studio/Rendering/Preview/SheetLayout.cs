using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>Where everything of a sheet lies, in pixels; all numbers are even.</summary>
internal sealed record SheetLayout
{
    public const int Margin = 10;
    private const int Gap = 6;
    private const int LaneHeight = 20;
    private const int LaneGap = 4;
    private const int AxisHeight = 20;
    private const int Gutter = 64;

    // Narrower than this the lanes say nothing.
    private const int LeastWidth = 560;

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int Columns { get; init; }

    /// <summary>In reading order.</summary>
    public required IReadOnlyList<PixelRect> Tiles { get; init; }

    /// <summary>Where the bars of each lane may lie; the lane's name stands to the left.</summary>
    public required IReadOnlyList<PixelRect> Lanes { get; init; }

    /// <summary>Under the lanes, as wide as they.</summary>
    public required PixelRect Axis { get; init; }

    /// <summary>Empty places at the end of the last row.</summary>
    public int Empty => (Columns - Tiles.Count % Columns) % Columns;

    /// <param name="side">The most that either side may have.</param>
    public static SheetLayout Of(double aspect, int tiles, int lanes, int side)
    {
        side &= ~1;
        tiles = Math.Max(1, tiles);
        var lanesHeight = Margin + lanes * (LaneHeight + LaneGap) + AxisHeight;
        var best = Enumerable.Range(1, tiles)
            .Select(columns => Grid(aspect, tiles, columns, side, lanesHeight))
            .OrderByDescending(grid => grid.TileWidth * grid.TileHeight / (1 + 0.12 * grid.Empty / grid.Columns))
            .First();
        var gridWidth = best.Columns * best.TileWidth + (best.Columns - 1) * Gap;
        var gridHeight = best.Rows * best.TileHeight + (best.Rows - 1) * Gap;
        var width = Math.Min(side, Math.Max(gridWidth + 2 * Margin, Math.Min(LeastWidth, side)));
        var left = Even((width - gridWidth) / 2);
        var lanesTop = Margin + gridHeight + Margin;
        var gutter = width >= 400 ? Gutter : 0;
        var lanesWidth = Even(width - 2 * Margin - gutter);
        return new SheetLayout
        {
            Width = width,
            Height = Math.Min(side, Even(Margin + gridHeight + lanesHeight + Margin / 2 + 1)),
            Columns = best.Columns,
            Tiles =
            [
                .. Enumerable.Range(0, tiles).Select(i => new PixelRect(
                    left + i % best.Columns * (best.TileWidth + Gap), Margin + i / best.Columns * (best.TileHeight + Gap), best.TileWidth, best.TileHeight)),
            ],
            Lanes = [.. Enumerable.Range(0, lanes).Select(i => new PixelRect(Margin + gutter, lanesTop + i * (LaneHeight + LaneGap), lanesWidth, LaneHeight))],
            Axis = new PixelRect(Margin + gutter, lanesTop + lanes * (LaneHeight + LaneGap), lanesWidth, AxisHeight),
        };
    }

    private static GridSize Grid(double aspect, int tiles, int columns, int side, int lanesHeight)
    {
        var rows = (tiles + columns - 1) / columns;
        var width = (side - 2.0 * Margin - (columns - 1) * Gap) / columns;
        var height = (side - Margin - Margin / 2 - lanesHeight - (rows - 1.0) * Gap) / rows;
        var fitting = Math.Min(width, height * aspect);
        return new GridSize(columns, rows, Math.Max(16, Even((int)fitting)), Math.Max(16, Even((int)(fitting / aspect))), columns * rows - tiles);
    }

    private static int Even(int value) => value & ~1;

    private sealed record GridSize(int Columns, int Rows, int TileWidth, int TileHeight, int Empty);
}
