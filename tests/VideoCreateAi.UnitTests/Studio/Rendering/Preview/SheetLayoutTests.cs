using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Preview;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Preview;

public sealed class SheetLayoutTests
{
    public static TheoryData<double, int, int, int> Shapes()
    {
        var shapes = new TheoryData<double, int, int, int>();
        foreach (var aspect in new[] { 9.0 / 16, 16.0 / 9, 1, 4.0 / 5, 21.0 / 9 })
        {
            foreach (var tiles in new[] { 1, 5, 20, 36 })
            {
                shapes.Add(aspect, tiles, 5, 1024);
                shapes.Add(aspect, tiles, 8, 512);
                shapes.Add(aspect, tiles, 0, 512);
            }
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Everything_lies_on_the_sheet_and_nothing_on_anything_else(double aspect, int tiles, int lanes, int side)
    {
        var layout = SheetLayout.Of(aspect, tiles, lanes, side);
        PixelRect[] places = [.. layout.Tiles, .. layout.Lanes];

        Assert.Equal(tiles, layout.Tiles.Count);
        Assert.InRange(layout.Width, 16, side);
        Assert.InRange(layout.Height, 16, side);
        Assert.All(places, place =>
        {
            Assert.True(place.X % 2 == 0 && place.Y % 2 == 0 && place.Width % 2 == 0 && place.Height % 2 == 0, $"{place}");
            Assert.InRange(place.X + place.Width, 1, layout.Width);
            Assert.InRange(place.Y + place.Height, 1, layout.Height);
        });
        Assert.DoesNotContain(places, one => places.Any(other => other != one && Touch(one, other)));
    }

    [Theory]
    [InlineData(9.0 / 16)]
    [InlineData(16.0 / 9)]
    [InlineData(1.0)]
    public void Tiles_keep_the_shape_of_the_video(double aspect)
    {
        var tile = SheetLayout.Of(aspect, 12, 4, 1024).Tiles[0];

        Assert.InRange(tile.AspectRatio / aspect, 0.96, 1.04);
    }

    [Fact]
    public void Twenty_landscape_shots_fill_the_sheet_in_four_columns()
    {
        var layout = SheetLayout.Of(16.0 / 9, 20, 5, 1024);

        Assert.Equal((4, 0), (layout.Columns, layout.Empty));
        Assert.True(layout.Tiles[0].Width > 220);
    }

    private static bool Touch(PixelRect a, PixelRect b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;
}
