using System.Text;
using System.Text.RegularExpressions;
using VideoCreateAi.Studio.Checkup;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.UnitTests.Layout;

namespace VideoCreateAi.UnitTests.Studio.Checkup;

public sealed class CheckupTests
{
    [Theory]
    [InlineData("5.1.9-0+deb12u1", "5.1.9")]
    [InlineData("n7.0.2", "7.0.2")]
    [InlineData("4.4", "4.4")]
    [InlineData("8.0-full_build-www.gyan.dev", "8.0")]
    [InlineData("N-117000-gabcdef", null)]
    [InlineData("2024-09-01-git-abcdef", null)]
    public void A_version_is_read_from_what_builders_make_of_it(string told, string? version) => Assert.Equal(version, FfmpegNeeds.VersionOf(told)?.ToString());

    [Fact]
    public void An_ffmpeg_without_x264_cannot_make_videos()
    {
        var finding = FfmpegNeeds.Encoders.Compare("encoders", new HashSet<string>(["aac", "mjpeg", "pcm_f32le", "rawvideo", "libvpx-vp9", "libopus", "gif", "png"]));

        Assert.Equal(new Finding("encoders", FindingState.Missing, "this ffmpeg lacks libx264"), finding);
    }

    [Fact]
    public void An_ffmpeg_that_cannot_make_webm_is_told_for_what_it_lacks()
    {
        var finding = FfmpegNeeds.Encoders.Compare("encoders", new HashSet<string>(["libx264", "aac", "mjpeg", "pcm_f32le", "rawvideo", "libopus", "libmp3lame", "gif", "png"]));

        Assert.Equal((FindingState.Warning, "this ffmpeg lacks libvpx-vp9 (WebM files)"), (finding.State, finding.Detail));
    }

    [Fact]
    public void One_decoder_of_several_will_do()
    {
        var all = FfmpegNeeds.Decoders.Needed.Concat(FfmpegNeeds.Decoders.Useful.Select(row => row.OneOf[^1]));

        Assert.Equal(FindingState.Ok, FfmpegNeeds.Decoders.Compare("decoders", new HashSet<string>(all)).State);
    }

    [Fact]
    public void Every_filter_that_is_asked_for_is_one_that_the_studio_uses()
    {
        var sources = Sources();

        Assert.All(FfmpegNeeds.Filters.Needed.Concat(FfmpegNeeds.Filters.Useful.SelectMany(row => row.OneOf)), filter => Assert.Matches($@"[""\]}},;$]{filter}[=,;\[""]", sources));
    }

    [Fact]
    public void Every_encoder_that_the_studio_names_is_asked_for()
    {
        var named = Regex.Matches(Sources(), @"(?:VideoCodec|AudioCodec)\(""([\w-]+)""\)").Select(match => match.Groups[1].Value).Where(name => name != "copy").Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(FfmpegNeeds.Encoders.Needed.Concat(FfmpegNeeds.Encoders.Useful.SelectMany(row => row.OneOf))));
    }

    [Fact]
    public async Task A_missing_ffmpeg_is_one_finding_and_nothing_is_run()
    {
        var findings = await new ProgramCheck(new Tools(null, null), new ToolOptions { SearchPath = "/a:/b:/c" }, "/tmp").RunAsync(CancellationToken.None);

        Assert.Equal(["ffmpeg", "ffprobe"], findings.Select(finding => finding.Name));
        Assert.All(findings, finding => Assert.Equal(FindingState.Missing, finding.State));
        Assert.Contains("3 folders", findings[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_was_configured_and_is_wrong_is_mended_by_its_setting()
    {
        var findings = await new ProgramCheck(new Tools(null, null), new ToolOptions { FfmpegPath = "/x/ffmpeg" }, "/tmp").RunAsync(CancellationToken.None);

        Assert.Contains("VIDEOCREATEAI_FFMPEG", findings[0].Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_ffmpeg_and_a_probe_elsewhere_are_warned_of()
    {
        var findings = await new ProgramCheck(new Tools("/opt/a/ffmpeg", "/usr/bin/ffprobe"), new ToolOptions(), "/tmp").RunAsync(CancellationToken.None);

        Assert.Equal(
            [("ffmpeg", FindingState.Warning), ("ffprobe", FindingState.Warning), ("encoders", FindingState.Missing), ("decoders", FindingState.Missing), ("filters", FindingState.Missing)],
            findings.Select(finding => (finding.Name, finding.State)));
        Assert.DoesNotContain("libx264", findings[2].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SandboxKind.Isolated, true, true, true, FindingState.Ok, "bwrap and prlimit work")]
    [InlineData(SandboxKind.Isolated, true, true, false, FindingState.Warning, "prlimit (util-linux) is missing")]
    [InlineData(SandboxKind.Limited, true, true, true, FindingState.Warning, "may not run here")]
    [InlineData(SandboxKind.Limited, true, false, true, FindingState.Warning, "bwrap is missing")]
    [InlineData(SandboxKind.Plain, true, false, false, FindingState.Warning, "without a fence")]
    [InlineData(SandboxKind.Plain, false, false, false, FindingState.Ok, "as far as this system goes")]
    public void A_sandbox_is_judged_by_what_works(object kind, bool isLinux, bool hasBwrap, bool hasPrlimit, FindingState state, string words)
    {
        var finding = SandboxCheck.Of((SandboxKind)kind, isLinux, hasBwrap, hasPrlimit);

        Assert.Equal(state, finding.State);
        Assert.Contains(words, finding.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "fluidsynth is missing")]
    [InlineData(null, "/f.sf2", "fluidsynth is missing")]
    [InlineData("/usr/bin/fluidsynth", null, "a soundfont is missing")]
    public void Music_needs_a_player_and_a_soundfont(string? player, string? font, string words)
    {
        var finding = SoundCheck.Music(player, font);

        Assert.Equal(FindingState.Warning, finding.State);
        Assert.StartsWith(words, finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fonts_are_judged_by_what_draws_the_letters()
    {
        var findings = await new LetterCheck(new Letters(text => text.Contains('语') || text.Contains('你') ? text : ""), new RenderOptions()).RunAsync(CancellationToken.None);

        Assert.Equal(["font-cjk"], findings.Where(finding => finding.State == FindingState.Warning).Select(finding => finding.Name));
        Assert.Equal(6, findings.Count);
    }

    [Fact]
    public async Task A_machine_without_any_font_misses_the_latin_one()
    {
        var findings = await new LetterCheck(new Letters(_ => throw new RenderException("render_failed", "no font")), new RenderOptions()).RunAsync(CancellationToken.None);

        Assert.Equal(FindingState.Missing, findings.Single(finding => finding.Name == "font-latin").State);
    }

    private static string Sources() => string.Concat(SourceTree.Files("src/VideoCreateAi.Studio").Where(file => !file.Path.Contains("/Checkup/", StringComparison.Ordinal)).Select(file => file.Text));

    /// <summary>Programs at these places; ffmpeg is an old one that has but one encoder.</summary>
    private sealed class Tools(string? ffmpeg, string? ffprobe) : IToolRunner
    {
        public bool IsInstalled(MediaTool tool) => PathOf(tool) is not null;

        public string? PathOf(MediaTool tool) => tool switch { MediaTool.Ffmpeg => ffmpeg, MediaTool.Ffprobe => ffprobe, _ => null };

        public Task RunAsync(ToolRun run, CancellationToken cancellationToken)
        {
            var told = run.Arguments[^1] switch
            {
                "-version" => "ffmpeg version 4.1 Copyright (c) the FFmpeg developers\nbuilt with gcc\n",
                "-encoders" => "Encoders:\n V..... = Video\n ------\n V....D libx264              libx264 H.264\n",
                _ => "",
            };
            return run.Read!(new MemoryStream(Encoding.UTF8.GetBytes(told)), cancellationToken);
        }
    }

    private sealed class Letters(Func<string, string> missing) : ITextRasterizer
    {
        public Task<TextBitmap> DrawAsync(TextRequest request, string workFolder, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string> MissingAsync(string text, IReadOnlyList<string> fonts, CancellationToken cancellationToken) => Task.FromResult(missing(text));
    }
}
