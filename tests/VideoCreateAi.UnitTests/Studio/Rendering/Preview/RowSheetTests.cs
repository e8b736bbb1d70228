using VideoCreateAi.Studio.Rendering.Preview;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Preview;

public sealed class RowSheetTests
{
    [Theory]
    [InlineData(1, 9.0 / 16)]
    [InlineData(10, 9.0 / 16)]
    [InlineData(10, 16.0 / 9)]
    [InlineData(5, 1)]
    public void Rows_fit_the_sheet_and_lie_below_each_other(int count, double aspect)
    {
        var rows = RowSheet.Layout([.. Enumerable.Repeat(aspect, count)]);

        Assert.Equal(count, rows.Count);
        Assert.All(rows, row => Assert.InRange(row.X + (4 * (row.Width + 6)), 1, 1024));
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.Second.Y >= pair.First.Y + pair.First.Height));
        Assert.InRange(rows[^1].Y + rows[^1].Height, 1, 1024);
        Assert.All(rows, row => Assert.InRange((double)row.Width / row.Height, aspect * 0.93, aspect * 1.07));
    }
}
