using VideoCreateAi.Mcp.Features.Preview;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.UnitTests.Mcp.Features;

public sealed class MediaMatchingTests
{
    [Theory]
    [InlineData("beach.png")]
    [InlineData("BEACH.png")]
    [InlineData("beach")]
    public void A_segment_shows_the_file_of_its_name(string name)
    {
        var segment = Segment(name);

        var found = MediaMatching.Match([segment], [File("dog.png"), File("beach.png")], out var byOrder);

        Assert.Equal("beach.png", found[segment].FileName);
        Assert.False(byOrder);
    }

    [Fact]
    public void Two_segments_may_show_one_file()
    {
        TimelineSegment[] segments = [Segment("beach.png"), Segment("beach.png")];

        Assert.Equal(2, MediaMatching.Match(segments, [File("beach.png")], out _).Count);
    }

    [Fact]
    public void As_many_strange_names_as_unused_files_are_told_by_order()
    {
        TimelineSegment[] segments = [Segment("res:0"), Segment("dog.png"), Segment("res:2")];

        var found = MediaMatching.Match(segments, [File("one.mp4", "video"), File("song.mp3", "audio"), File("dog.png"), File("two.png")], out var byOrder);

        Assert.True(byOrder);
        Assert.Equal(["one.mp4", "dog.png", "two.png"], segments.Select(segment => found[segment].FileName));
    }

    [Fact]
    public void Any_other_number_is_not_guessed()
    {
        TimelineSegment[] segments = [Segment("res:0"), Segment("res:1")];

        Assert.Empty(MediaMatching.Match(segments, [File("one.png"), File("two.png"), File("three.png")], out var byOrder));
        Assert.False(byOrder);
    }

    private static TimelineSegment Segment(string name) => new(name, 0, 1);

    private static UploadedFile File(string name, string type = "image") => new() { FileName = name, FileType = type };
}
