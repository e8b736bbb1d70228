using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting.Make;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Make;

public sealed class MakeShapeTests
{
    private static readonly MakeOptions s_plain = new() { Text = "a film" };
    private static readonly MakeTarget s_anywhere = new(null, null, null);

    [Fact]
    public void Options_win_over_the_words_and_what_is_not_given_stays_theirs()
    {
        var asked = new ExportRequest { Format = "webm", Resolution = "720p", Aspect = "1:1" };

        var export = MakeShape.Export(
            asked, MakeShape.Checked(s_plain with { Resolution = "480", Preset = "TikTok", FramesPerSecond = 24 }), new MakeTarget("/x", "a b.mov", "mov"), BackendKind.Studio);

        Assert.Equal(new ExportRequest { Name = "a b", Format = "mov", Resolution = "480p", Preset = "tiktok", FramesPerSecond = 24 }, export);
        Assert.Equal(asked, MakeShape.Export(asked, s_plain, s_anywhere, BackendKind.Studio));
    }

    [Fact]
    public void Where_only_an_edit_gives_a_shape_it_is_asked_for_in_words()
    {
        var options = s_plain with { Preset = "reels" };

        Assert.Equal("a film\nMake it 9:16.", MakeShape.TextFor(options, BackendKind.Cloud));
        Assert.Equal("a film", MakeShape.TextFor(options, BackendKind.Studio));
        Assert.Equal(new ExportRequest(), MakeShape.Export(new ExportRequest(), options, s_anywhere, BackendKind.Cloud));
    }

    [Fact]
    public void Every_preset_has_a_shape()
        => Assert.All(ExportFormats.Presets, preset => Assert.Contains("Make it ", MakeShape.TextFor(s_plain with { Preset = preset }, BackendKind.Cloud), StringComparison.Ordinal));

    [Fact]
    public void Values_that_there_are_not_are_refused_with_those_that_there_are()
    {
        MakeOptions[] wrong =
        [
            s_plain with { Preset = "fax" }, s_plain with { Aspect = "2:1" }, s_plain with { Resolution = "12p" }, s_plain with { Quality = "wow" },
            s_plain with { FramesPerSecond = 0 }, s_plain with { FramesPerSecond = 61 }, s_plain with { Aspect = "1:1", Preset = "square" },
        ];

        Assert.All(wrong, options => Assert.Equal("invalid_argument", Assert.Throws<ToolRefusedException>(() => MakeShape.Checked(options)).Code));
    }
}
