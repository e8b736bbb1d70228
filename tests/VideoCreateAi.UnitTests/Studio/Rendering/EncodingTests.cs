using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

/// <summary>What players and platforms ask of a file, read from the file itself.</summary>
public sealed class EncodingTests : IDisposable
{
    private const int SequenceParameters = 7;
    private const int Independent = 5;
    private const int Dependent = 1;

    private readonly RenderBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory(Timeout = 120_000)]
    [InlineData(nameof(RenderQuality.Draft), nameof(OutputFormat.Mp4), null)]
    [InlineData(nameof(RenderQuality.Fast), nameof(OutputFormat.Mp4), "tiktok")]
    [InlineData(nameof(RenderQuality.Good), nameof(OutputFormat.Mov), null)]
    [InlineData(nameof(RenderQuality.Good), nameof(OutputFormat.Mp4), "youtube")]
    [InlineData(nameof(RenderQuality.Best), nameof(OutputFormat.Mp4), null)]
    public async Task Every_quality_plays_everywhere(string quality, string format, string? platform)
    {
        var clip = await _bench.AddAsync(
            "mp4", "testsrc2=size=180x320:rate=30", new() { Width = 180, Height = 320, Duration = TimeSpan.FromSeconds(5) }, 5);
        var shot = new PictureSegment
        {
            Id = "c", Source = clip, Name = clip, Kind = PictureKind.Video, Range = Range(0, 5), Out = TimeSpan.FromSeconds(5),
        };
        var timeline = new VideoTimeline
        {
            Canvas = RenderBench.Small,
            PictureTracks = [new PictureTrack { Id = "v", Segments = [shot] }],
            TextTracks = [new TextTrack { Id = "t", Segments = [new TextSegment { Id = "t", Text = "Cut", Range = Range(2, 1) }] }],
        };
        var settings = new RenderSettings(
            Enum.Parse<OutputFormat>(format), Enum.Parse<RenderQuality>(quality), RenderBench.Small, platform is null ? null : Platform.Find(platform));

        var file = await _bench.RenderAsync(timeline, settings);

        var video = await ProbeAsync(file.Path, "v:0");
        var sound = await ProbeAsync(file.Path, "a:0");
        Assert.Equal(("h264", "High", "yuv420p"), (Text(video, "codec_name"), Text(video, "profile"), Text(video, "pix_fmt")));
        Assert.Equal(("tv", "bt709", "bt709", "bt709"), (Text(video, "color_range"), Text(video, "color_space"), Text(video, "color_transfer"), Text(video, "color_primaries")));
        Assert.Equal("30/1", Text(video, "r_frame_rate"));
        Assert.Equal(("aac", "48000"), (Text(sound, "codec_name"), Text(sound, "sample_rate")));
        AssertIndexInFront(file.Path);
        AssertClosedGroups(await PacketsAsync(file.Path), await PicturesAsync(file.Path));
    }

    // Each group begins with a picture that nothing before it is needed for, and nothing after that picture is shown before it.
    private static void AssertClosedGroups(List<(long Shown, bool IsKey)> packets, List<int> pictures)
    {
        Assert.Equal(150, packets.Count);
        Assert.Equal(packets.Select(packet => packet.IsKey), pictures.Select(type => type == Independent));
        Assert.InRange(pictures.Count(type => type == Independent), 3, 150);
        for (var i = 0; i < packets.Count; i++)
        {
            Assert.True(!packets[i].IsKey || packets.Skip(i).All(packet => packet.Shown >= packets[i].Shown), $"Picture {i} is led by another.");
            Assert.True(!packets[i].IsKey || packets.Take(i).All(packet => packet.Shown < packets[i].Shown), $"Picture {i} is overtaken.");
        }

        var gaps = packets.Select(packet => packet.Shown).Order().ToList();
        Assert.Single(gaps.Zip(gaps.Skip(1), (one, next) => next - one).Distinct());
    }

    private static void AssertIndexInFront(string path)
    {
        var content = File.ReadAllBytes(path);
        List<string> boxes = [];
        for (long at = 0; at + 8 <= content.Length;)
        {
            boxes.Add(Encoding.ASCII.GetString(content, (int)at + 4, 4));
            at += BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan((int)at)) is > 1 and var size ? size : content.Length;
        }

        Assert.InRange(boxes.IndexOf("moov"), 0, boxes.IndexOf("mdat"));
    }

    private async Task<JsonElement> ProbeAsync(string path, string stream) =>
        (await AskAsync(path, "-select_streams", stream, "-show_streams")).GetProperty("streams")[0];

    private async Task<List<(long Shown, bool IsKey)>> PacketsAsync(string path) =>
        [.. (await AskAsync(path, "-select_streams", "v:0", "-show_packets")).GetProperty("packets").EnumerateArray()
            .Select(packet => (packet.GetProperty("pts").GetInt64(), packet.GetProperty("flags").GetString()!.Contains('K', StringComparison.Ordinal)))];

    private async Task<JsonElement> AskAsync(string path, params string[] question)
    {
        using var answer = new MemoryStream();
        await _bench.Tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffprobe, Arguments = ["-v", "error", .. question, "-of", "json", "-i", "file:" + path], WorkFolder = _bench.Folder, Inputs = [path],
                Read = (stream, token) => stream.CopyToAsync(answer, token),
            },
            CancellationToken.None);
        return JsonDocument.Parse(answer.ToArray()).RootElement;
    }

    /// <summary>The type of each picture in the stream, which has one set of sequence parameters however many chunks it is made of.</summary>
    private async Task<List<int>> PicturesAsync(string path)
    {
        using var stream = new MemoryStream();
        await _bench.Tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = [.. new FfmpegArguments().ForcedInput("mov", path, InputGuards.Clip).Map("0:v:0").VideoCodec("copy").Build(), "-f", "h264", "pipe:1"],
                WorkFolder = _bench.Folder, Inputs = [path], Limits = ToolLimits.Decode,
                Read = (output, token) => output.CopyToAsync(stream, token),
            },
            CancellationToken.None);
        var bytes = stream.ToArray();
        List<int> pictures = [];
        HashSet<string> parameters = [];
        for (var at = NextUnit(bytes, 0); at < bytes.Length;)
        {
            var next = NextUnit(bytes, at);
            var type = bytes[at] & 31;
            if (type == SequenceParameters)
            {
                parameters.Add(Convert.ToHexString(bytes.AsSpan(at..Math.Min(next, bytes.Length)).TrimEnd((byte)0).TrimEnd((byte)1).TrimEnd((byte)0)));
            }
            else if (type is Independent or Dependent)
            {
                pictures.Add(type);
            }

            at = next;
        }

        Assert.Single(parameters);
        return pictures;
    }

    /// <returns>The first byte after the next start code.</returns>
    private static int NextUnit(byte[] bytes, int from)
    {
        var found = bytes.AsSpan(from).IndexOf((ReadOnlySpan<byte>)[0, 0, 1]);
        return found < 0 ? bytes.Length : from + found + 3;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;

    private static TimeRange Range(double start, double length) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(length));
}
