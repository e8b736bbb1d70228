using System.Buffers.Binary;
using System.Text;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

/// <summary>Platforms refuse files whose streams say from where on they are played; their sound and picture have to begin together without.</summary>
public sealed class EditListTests : IDisposable
{
    private static readonly string[] s_containers = ["moov", "trak", "edts", "mdia", "minf", "stbl"];

    // Of the sound only what the encoder had before it knew the tone.
    private const int RunUp = 2048;

    private readonly RenderBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory(Timeout = 120_000)]
    [InlineData(nameof(OutputFormat.Mp4))]
    [InlineData(nameof(OutputFormat.Mov))]
    public async Task A_file_for_a_platform_has_no_edit_list_and_its_sound_is_where_it_was(string format)
    {
        var clip = await _bench.AddAsync("mp4", "testsrc2=size=180x320:rate=30", new() { Width = 180, Height = 320, Duration = TimeSpan.FromSeconds(5) }, 5);
        var shot = new PictureSegment
        {
            Id = "c", Source = clip, Name = clip, Kind = PictureKind.Video, Range = Range(0, 5), Out = TimeSpan.FromSeconds(5),
        };
        var timeline = new VideoTimeline
        {
            Canvas = RenderBench.Small,
            PictureTracks = [new PictureTrack { Id = "v", Segments = [shot] }],
            TextTracks = [new TextTrack { Id = "t", Segments = [new TextSegment { Id = "t", Text = "Two chunks", Range = Range(2, 3), Style = TextStyle.Outline }] }],
        };
        var settings = new RenderSettings(Enum.Parse<OutputFormat>(format), RenderQuality.Good, RenderBench.Small);

        var plain = await _bench.RenderAsync(timeline, settings);
        var posted = await _bench.RenderAsync(timeline, settings with { Platform = Platform.Find("reels") });

        Assert.Contains("elst", Boxes(plain.Path));
        var boxes = Boxes(posted.Path);
        Assert.DoesNotContain("elst", boxes);
        Assert.Contains("ctts", boxes);
        Assert.True(boxes.IndexOf("moov") < boxes.IndexOf("mdat"), "The index stands behind.");
        Assert.Equal((0, 0), await StartsAsync(posted.Path));
        Assert.Equal(150, (await _bench.FrameDigestsAsync(posted.Path)).Count);
        Assert.Equal((await _bench.SoundAsync(plain.Path))[RunUp..], (await _bench.SoundAsync(posted.Path))[RunUp..]);
    }

    private async Task<(double Picture, double Sound)> StartsAsync(string path)
    {
        var probed = await new FfprobeReader(_bench.Tools)
            .ReadAsync("mov", path, InputGuards.Clip, _bench.Folder, CancellationToken.None);
        return (probed.Video?.Start?.TotalSeconds ?? -1, probed.Sound?.Start?.TotalSeconds ?? -1);
    }

    private static List<string> Boxes(string path)
    {
        List<string> boxes = [];
        Walk(File.ReadAllBytes(path));
        return boxes;

        void Walk(ReadOnlySpan<byte> content)
        {
            while (content.Length >= 8)
            {
                var size = (int)BinaryPrimitives.ReadUInt32BigEndian(content);
                var name = Encoding.ASCII.GetString(content.Slice(4, 4));
                boxes.Add(name);
                if (s_containers.Contains(name))
                {
                    Walk(content[8..size]);
                }

                content = content[Math.Clamp(size, 8, content.Length)..];
            }
        }
    }

    private static TimeRange Range(double start, double length) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(length));
}
