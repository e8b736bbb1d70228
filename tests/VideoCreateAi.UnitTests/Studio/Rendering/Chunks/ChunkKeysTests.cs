using System.Reflection;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Chunks;

public sealed class ChunkKeysTests
{
    private static readonly PictureSegment s_shot = new() { Id = "s", Source = "m", Name = "beach.jpg", Range = Range(2, 4) };
    private static readonly TextSegment s_text = new() { Id = "t", Text = "Urban Dreams", Range = Range(2, 3) };

    /// <summary>What is heard, who is who, and the word for a place that is a rectangle already.</summary>
    private static readonly string[] s_unseen = ["Id", "Volume", "Range", "EqualityContract"];

    [Fact]
    public void All_that_a_shot_shows_is_in_the_name_of_its_chunk() => AssertSeen(s_shot, [.. s_unseen, "Position"], changed => KeyOf(changed, s_text));

    [Fact]
    public void All_that_a_text_shows_is_in_the_name_of_its_chunk() => AssertSeen(s_text, s_unseen, changed => KeyOf(s_shot, changed));

    [Fact]
    public void A_chunk_keeps_its_name_when_it_moves_and_when_another_one_changes()
    {
        var key = KeyOf(s_shot, s_text);

        Assert.Equal(key, KeyOf(s_shot with { Range = Range(9, 4) }, s_text with { Range = Range(9, 3) }, from: 9));
        Assert.Equal(key, KeyOf(s_shot, s_text, others: new PictureSegment { Id = "o", Source = "m", Range = Range(20, 4) }));
        Assert.NotEqual(key, KeyOf(s_shot, s_text, others: new PictureSegment { Id = "o", Source = "m", Range = Range(5, 4) }));
    }

    [Theory]
    [InlineData(TextStyle.Shadow, true)]
    [InlineData(TextStyle.Plain, true)]
    [InlineData(TextStyle.Outline, false)]
    public void A_text_without_a_ground_of_its_own_brings_all_shots_behind_it_into_the_name(object style, bool isSeen)
    {
        var text = s_text with { Range = Range(2, 7), Style = (TextStyle)style };
        var later = new PictureSegment { Id = "o", Source = "m", Name = "sea.jpg", Range = Range(6, 4) };

        var (one, other) = (KeyOf(s_shot, text, others: later), KeyOf(s_shot, text, others: later with { Filter = "bw" }));

        Assert.Equal(isSeen, one != other);
    }

    [Fact]
    public void What_makes_the_frames_is_in_the_name()
    {
        string[] keys =
        [
            KeyOf(s_shot, s_text),
            KeyOf(s_shot, s_text, engine: "another"),
            KeyOf(s_shot, s_text, fonts: "another"),
            KeyOf(s_shot, s_text, hash: "another picture"),
            KeyOf(s_shot, s_text, quality: RenderQuality.Best),
            KeyOf(s_shot, s_text, background: "#FFFFFF"),
            KeyOf(s_shot, s_text, canvas: new Canvas(182, 320)),
            KeyOf(s_shot, s_text, canvas: new Canvas(180, 320, 25)),
            KeyOf(s_shot, s_text, fadeIn: 3),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[0], KeyOf(s_shot, s_text, fadeIn: 1));
    }

    private static void AssertSeen<T>(T segment, string[] unseen, Func<T, string> keyOf)
        where T : class
    {
        var copy = typeof(T).GetMethod("<Clone>$")!;
        var key = keyOf(segment);
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => !unseen.Contains(property.Name)))
        {
            var changed = (T)copy.Invoke(segment, null)!;
            property.SetValue(changed, Other(property.PropertyType, property.GetValue(segment)));

            Assert.True(key != keyOf(changed), $"{property.Name} changes the frames and not the name.");
        }
    }

    private static object Other(Type type, object? value) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } kind => Enum.GetValues(kind).Cast<object>().First(other => !other.Equals(value)),
        var kind when kind == typeof(string) => "other",
        var kind when kind == typeof(double) => 0.123,
        var kind when kind == typeof(int) => 90,
        var kind when kind == typeof(bool) => !(bool)value!,
        var kind when kind == typeof(TimeSpan) => TimeSpan.FromSeconds(1.5),
        var kind when kind == typeof(FractionRect) => new FractionRect(0.1, 0.2, 0.3, 0.4),
        var kind when kind == typeof(Adjustment) => new Adjustment(0.1, 0.2, 0.3),
        var kind when kind == typeof(Transition) => new Transition("wipe", TimeSpan.FromSeconds(1)),
        var kind when kind == typeof(IReadOnlyList<TimedWord>) => new[] { new TimedWord(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), "word") },
        var kind => throw new NotSupportedException($"Say what another {kind} is."),
    };

    private static string KeyOf(
        PictureSegment shot, TextSegment text, double from = 2, string engine = "engine", string fonts = "fonts", string hash = "picture",
        RenderQuality quality = RenderQuality.Good, string background = "#000000", Canvas? canvas = null, double fadeIn = 0, PictureSegment? others = null)
    {
        var settings = new RenderSettings(OutputFormat.Mp4, quality, canvas ?? new Canvas(180, 320));
        var timeline = new VideoTimeline
        {
            FadeIn = TimeSpan.FromSeconds(fadeIn),
            PictureTracks = [new PictureTrack { Id = "v", Segments = others is null ? [shot] : [shot, others] }],
            TextTracks = [new TextTrack { Id = "t", Segments = [text] }],
        };
        var plan = RenderPlanner.Plan(timeline, settings);
        var first = (int)(from * plan.Canvas.FramesPerSecond);
        return new ChunkKeys(plan, settings, background, new OneFile(hash), engine, fonts).Of(new FrameRange(first, first + 4 * plan.Canvas.FramesPerSecond));
    }

    private static TimeRange Range(double start, double length) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(length));

    private sealed class OneFile(string hash) : IMediaFiles
    {
        public MediaFile Get(string id) => id == "m"
            ? new MediaFile { Id = id, Name = "", Format = new MediaFormat("jpg", MediaKind.Image, "jpeg_pipe"), Path = "", Info = new MediaInfo(), Bytes = 1, Hash = hash }
            : throw new KeyNotFoundException();
    }
}
