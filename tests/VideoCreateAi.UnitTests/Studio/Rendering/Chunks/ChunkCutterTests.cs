using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Chunks;

public sealed class ChunkCutterTests
{
    [Fact]
    public void Chunks_end_where_shots_and_texts_begin_or_end()
    {
        var chunks = Cut(30, [(0, 6.5), (6, 6.5), (12, 6)], [(0, 3)]);

        Assert.Equal([0, 90, 180, 360], chunks.Select(chunk => chunk.First));
    }

    [Fact]
    public void Short_shots_share_a_chunk()
    {
        var chunks = Cut(30, [.. Enumerable.Range(0, 20).Select(i => (i * 0.5, 0.5))]);

        Assert.All(chunks, chunk => Assert.InRange(chunk.Count, 60, 149));
    }

    [Fact]
    public void A_long_shot_is_cut_into_equal_parts()
    {
        var chunks = Cut(30, [(0, 25)]);

        Assert.Equal([250, 250, 250], chunks.Select(chunk => chunk.Count));
    }

    [Theory]
    [InlineData(24, 0.04)]
    [InlineData(60, 1.9)]
    [InlineData(12, 61.3)]
    public void Chunks_are_the_whole_video_and_nothing_twice(int rate, double seconds)
    {
        var plan = Plan(rate, [(0, seconds / 2), (seconds / 2, seconds / 2)], [(seconds / 3, seconds / 3)]);

        var frames = ChunkCutter.Cut(plan).SelectMany(chunk => Enumerable.Range(chunk.First, chunk.Count));

        Assert.Equal(Enumerable.Range(0, plan.TotalFrames), frames);
    }

    private static IReadOnlyList<FrameRange> Cut(int rate, (double Start, double Length)[] shots, (double Start, double Length)[]? texts = null) =>
        ChunkCutter.Cut(Plan(rate, shots, texts ?? []));

    private static RenderPlan Plan(int rate, (double Start, double Length)[] shots, (double Start, double Length)[] texts) => RenderPlanner.Plan(
        new VideoTimeline
        {
            PictureTracks = [new PictureTrack { Id = "v", Segments = [.. shots.Select(shot => new PictureSegment { Id = "s", Range = Range(shot) })] }],
            TextTracks = [new TextTrack { Id = "t", Segments = [.. texts.Select(text => new TextSegment { Id = "t", Text = "Title", Range = Range(text) })] }],
        },
        new RenderSettings(OutputFormat.Mp4, RenderQuality.Good, new Canvas(180, 320, rate)));

    private static TimeRange Range((double Start, double Length) time) => new(TimeSpan.FromSeconds(time.Start), TimeSpan.FromSeconds(time.Length));
}
