using System.Text.Json;
using VideoCreateAi.Mcp.Translation.Interchange;

namespace VideoCreateAi.UnitTests.Mcp.Translation.Interchange;

public sealed class LaneTests
{
    [Fact]
    public void Neighbours_meet_in_the_middle_of_their_transition()
    {
        var lane = Of(30, (0, 4000), (3500, 4000), (7000, 3000));

        Assert.Equal([(112, 0, 0, 0), (105, 7, 7, 8), (83, 7, 7, 8)], lane.Items.Select(item => (item.Frames, item.Before, item.TransitionIn, item.TransitionOut)));
        Assert.Equal(300, lane.Frames);
    }

    [Fact]
    public void What_is_empty_is_a_gap()
    {
        var lane = Of(10, (1000, 1000), (3000, 500));

        Assert.Equal([(true, 10), (false, 10), (true, 10), (false, 5)], lane.Items.Select(item => (item.Piece is null, item.Frames)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(30)]
    [InlineData(60)]
    public void Whatever_overlaps_nothing_is_lost_and_no_transition_reaches_beyond_its_neighbours(int rate)
    {
        var random = new Random(rate);
        for (var attempt = 0; attempt < 2000; attempt++)
        {
            var start = 0.0;
            List<(double, double)> spans = [];
            for (var i = random.Next(1, 8); i > 0; i--)
            {
                var length = random.Next(1, 6000);
                spans.Add((start, length));
                start = Math.Max(0, start + length + random.Next(-2500, 400));
            }

            spans = [.. spans.OrderBy(span => span.Item1)];
            var lane = Of(rate, [.. spans]);

            for (var i = 0; i < lane.Items.Count; i++)
            {
                var item = lane.Items[i];
                Assert.True(item.Frames > 0 && item.TransitionIn >= 0 && item.TransitionOut >= 0 && item.TransitionOut <= item.Frames);
                Assert.True(item.Piece is null || (item.Before >= 0 && item.Before + item.Frames <= item.Shown));
                Assert.True(item.TransitionIn == 0 || lane.Items[i - 1].Frames - lane.Items[i - 1].TransitionOut >= item.TransitionIn);
            }

            Assert.InRange(lane.Frames, 0, spans.Max(span => Lane.Frame(span.Item1 + span.Item2, rate)));
        }
    }

    [Fact]
    public void What_may_lie_over_each_other_has_a_lane_each()
    {
        var lanes = Lane.Beside("Titles", isSound: false, [.. Pieces((0, 2000), (1000, 2000), (2000, 500))], 30).ToList();

        Assert.Equal([("Titles", 75), ("Titles 2", 90)], lanes.Select(lane => (lane.Name, lane.Frames)));
    }

    private static Lane Of(int rate, params (double Start, double Length)[] spans) => Lane.Of("Video", isSound: false, [.. Pieces(spans)], rate);

    private static IEnumerable<CutPiece> Pieces(params (double Start, double Length)[] spans)
        => spans.Select(span => new CutPiece(span.Start, span.Length, JsonDocument.Parse("{}").RootElement));
}
