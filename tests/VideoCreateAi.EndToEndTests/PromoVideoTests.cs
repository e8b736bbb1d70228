using System.Text.Json;

namespace VideoCreateAi.EndToEndTests;

public sealed class PromoVideoTests(PromoVideo promo) : IClassFixture<PromoVideo>
{
    // 9:16 like the video, small enough to compare at a glance.
    private const int Width = 36;
    private const int Height = 64;

    [Fact]
    public void Creating_answers_with_the_timeline_in_one_line()
    {
        var timeline = promo.Created.GetProperty("timeline").GetString();

        Assert.StartsWith("Timeline (3 tracks): 1. Video: ", timeline, StringComparison.Ordinal);
        Assert.Contains("\"Urban Dreams\" (0-3s)", timeline, StringComparison.Ordinal);
        Assert.Equal("done", promo.Created.GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_file_lasts_thirty_seconds_to_the_frame()
    {
        var video = await StreamAsync("video");

        Assert.InRange(int.Parse(video.GetProperty("nb_read_packets").GetString()!, null), 899, 901);
        Assert.Equal("30/1", video.GetProperty("r_frame_rate").GetString());
    }

    [Fact]
    public async Task The_file_is_vertical_full_HD_in_H264_with_its_colours_declared()
    {
        var video = await StreamAsync("video");

        Assert.Equal(
            ("h264", 1080, 1920, "yuv420p", "bt709", "bt709", "bt709", "tv"),
            (video.GetProperty("codec_name").GetString(), video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32(),
                video.GetProperty("pix_fmt").GetString(), video.GetProperty("color_space").GetString(), video.GetProperty("color_primaries").GetString(),
                video.GetProperty("color_transfer").GetString(), video.GetProperty("color_range").GetString()));
    }

    [Fact]
    public async Task The_sound_is_AAC_as_long_as_the_picture_and_as_loud_as_a_post()
    {
        var sound = await StreamAsync("audio");
        var loudness = await MediaTools.LoudnessAsync(promo.File);

        Assert.Equal("aac", sound.GetProperty("codec_name").GetString());
        Assert.InRange(double.Parse(sound.GetProperty("duration").GetString()!, System.Globalization.CultureInfo.InvariantCulture), 29.95, 30.05);
        Assert.InRange(loudness, -20, -12);
    }

    [Fact]
    public async Task The_index_stands_before_the_data_so_that_playing_starts_at_once()
    {
        var head = new byte[64 * 1024];
        await using var file = File.OpenRead(promo.File);
        var read = await file.ReadAtLeastAsync(head, head.Length);

        var moov = head.AsSpan(0, read).IndexOf("moov"u8);
        Assert.InRange(moov, 1, 64);
    }

    [Fact]
    public async Task All_five_pictures_are_shown_in_order()
    {
        // Middle of each shot; each frame must resemble its own picture more than any other.
        List<byte[]> pictures = [];
        foreach (var path in Repository.Pictures)
        {
            pictures.Add(await MediaTools.MiddleAsync(path, Width, Height));
        }

        List<int> seen = [];
        foreach (var second in new[] { 4.6, 9.0, 15.0, 21.0, 27.0 })
        {
            var frame = await MediaTools.FrameAsync(promo.File, second, Width, Height);
            seen.Add(Enumerable.Range(0, pictures.Count).MinBy(index => Distance(frame, pictures[index])));
        }

        Assert.Equal([0, 1, 2, 3, 4], seen);
    }

    [Fact]
    public async Task A_crossfade_shows_both_pictures()
    {
        var before = await MediaTools.FrameAsync(promo.File, 11.4, Width, Height);
        var middle = await MediaTools.FrameAsync(promo.File, 11.75, Width, Height);
        var after = await MediaTools.FrameAsync(promo.File, 12.1, Width, Height);
        var mix = before.Zip(after, (a, b) => (byte)((a + b) / 2)).ToArray();

        Assert.True(Distance(middle, mix) < 0.5 * Math.Min(Distance(middle, before), Distance(middle, after)));
    }

    [Fact]
    public async Task The_title_is_there_for_the_first_three_seconds_and_gone_after()
    {
        var titled = await WhitePixelsAsync(1.5);
        var later = await WhitePixelsAsync(3.5);

        Assert.True(titled > later + 200, $"{titled} white pixels with the title, {later} after it");
    }

    [Fact]
    public void Progress_tells_how_the_rendering_goes()
    {
        var messages = promo.Progress.Values.Select(value => value.Message!).ToList();

        Assert.Contains("Connecting…", messages);
        Assert.Contains(messages, message => message.StartsWith("Rendering ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_tells_what_changed_and_undo_takes_it_back()
    {
        var before = await SummaryAsync();
        var edited = await promo.Client.FinishAsync("edit_video", new Dictionary<string, object?> { ["message"] = "remove the title and set the music to 35%" });
        var changed = await SummaryAsync();
        await promo.Client.FinishAsync("edit_video", new Dictionary<string, object?> { ["message"] = "undo" });

        Assert.NotEmpty(edited.GetProperty("changes").EnumerateArray());
        Assert.DoesNotContain("Urban Dreams", changed, StringComparison.Ordinal);
        Assert.Contains("35%", changed, StringComparison.Ordinal);
        Assert.Equal(before, await SummaryAsync());
    }

    [Fact]
    public async Task A_second_export_never_overwrites_the_first()
    {
        var second = await promo.Client.FinishAsync(
            "export_video",
            new Dictionary<string, object?> { ["name"] = Path.GetFileNameWithoutExtension(promo.File), ["quality"] = "draft", ["resolution"] = "480p" });

        Assert.NotEqual(promo.File, second.GetProperty("export").GetProperty("path").GetString());
        Assert.Equal(480, second.GetProperty("export").GetProperty("width").GetInt32());
        Assert.True(File.Exists(promo.File));
    }

    private async Task<string> SummaryAsync() =>
        ToolCalls.Data(await promo.Client.CallToolAsync("get_timeline")).GetProperty("summary").GetString()!;

    private async Task<JsonElement> StreamAsync(string kind) =>
        (await MediaTools.ProbeAsync(promo.File)).GetProperty("streams").EnumerateArray().Single(stream => stream.GetProperty("codec_type").GetString() == kind);

    private async Task<int> WhitePixelsAsync(double second)
    {
        var frame = await MediaTools.FrameAsync(promo.File, second, 270, 480);
        return Enumerable.Range(0, frame.Length / 3).Count(pixel => frame[pixel * 3] > 225 && frame[(pixel * 3) + 1] > 225 && frame[(pixel * 3) + 2] > 225);
    }

    private static double Distance(byte[] a, byte[] b) =>
        Math.Sqrt(a.Zip(b, (x, y) => (double)(x - y) * (x - y)).Average());
}
