using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;
using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Pixels;

/// <summary>Whatever a text says, its letters are drawn and nothing else happens. <c>VIDEOCREATEAI_SAFETY=20 dotnet test
/// tests/VideoCreateAi.SafetyTests -c Release --filter TextToPixels</c> draws 20,000 random titles.</summary>
public sealed class TextToPixelsTests(ITestOutputHelper output) : IDisposable
{
    private const int RandomTitles = 1000;
    private const int Batch = 300;
    private const int Viewed = 60;
    private const int Filmed = 40;

    private readonly PixelStage _stage = new();
    private readonly Typesetter _typesetter = new();

    public void Dispose()
    {
        _typesetter.Dispose();
        _stage.Dispose();
    }

    [Fact(Timeout = 3_600_000)]
    public async Task A_frame_with_a_hostile_title_and_caption_equals_one_made_another_way()
    {
        List<HostileTitle> titles = [.. HostileTitles.Pairs(), .. HostileTitles.Random(RandomTitles * ProofSize.Times, seed: 1, _stage.Canary)];
        List<string> wrong = [];

        foreach (var batch in titles.Chunk(Batch))
        {
            var number = 0;
            await _stage.ComposeAsync(TitledDraft.Of([.. batch.Select(title => title.Raw)]), async (frame, plan) =>
            {
                var expected = await _stage.ExpectAsync(_typesetter, plan, number, batch);
                if (expected.Differences(frame) is > 0 and var different)
                {
                    wrong.Add($"{different} samples differ: {batch[number]} with {batch[TitledDraft.CaptionOf(number, batch.Length)]}");
                }

                number++;
            });
            Assert.Equal(batch.Length, number);
        }

        output.WriteLine($"{titles.Count} titles and as many captions, {wrong.Count} of them wrong.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
        Assert.True(titles.Count >= 1196);
        await _stage.AssertUnopenedAsync();
    }

    [Fact(Timeout = 600_000)]
    public async Task The_letters_of_a_hostile_title_are_those_that_another_program_draws()
    {
        List<string> wrong = [];
        var viewed = 0;

        foreach (var title in HostileTitles.Pairs().Where((_, number) => number % 7 == 0).Concat(HostileTitles.Random(Viewed, seed: 2, _stage.Canary)))
        {
            // What stands in capitals only is spaced, and the other program knows no spacing.
            if (title.Shown.Length == 0 || TypeRules.Tracking(title.Shown) > 0)
            {
                continue;
            }

            var segment = new TextSegment { Id = "t", Text = title.Raw, Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(1)) };
            var request = TextLayout.Of(segment, TextRole.Title, TitledDraft.Canvas, _stage.Options).Request with { Color = TextInk.OnHighlight };
            var drawn = await TextRasterizers.Choose(_stage.Tools).DrawAsync(request, _stage.Folder, CancellationToken.None);
            var set = SetText.Of(title.Shown, request, drawn, _typesetter);
            var view = await PangoView.DrawAsync(set.AsFile(), set.Font, set.Spacing, request.Color, _stage.Folder);
            if (!view.Trimmed().LooksLike(RgbPicture.OnWhite(drawn.Width, drawn.Height, drawn.Pixels).Trimmed()))
            {
                wrong.Add(title.ToString());
            }

            viewed++;
        }

        output.WriteLine($"{viewed} titles looked at.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(viewed > Viewed);
        await _stage.AssertUnopenedAsync();
    }

    [Fact(Timeout = 600_000)]
    public async Task A_film_shows_and_speaks_hostile_words_and_opens_nothing()
    {
        HostileTitle[] titles = [.. HostileTitles.Random(Filmed, seed: 3, _stage.Canary)];
        var spoken = string.Join(' ', titles.Concat(HostileTitles.Pairs()).Select(title => title.Raw));
        var timeline = TitledDraft.Of([.. titles.Select(title => title.Raw)], spoken);
        var plan = RenderPlanner.Plan(timeline, new(default, default, timeline.Canvas));

        var film = await _stage.ExportAsync(timeline);

        var probed = await new FfprobeReader(_stage.Tools).ReadAsync("mov", film.Path, InputGuards.Clip, _stage.NewFolder(), CancellationToken.None);
        Assert.NotNull(probed.Sound);
        var frames = await DecodedAsync(film.Path, timeline.Canvas);
        Assert.True(frames.Count >= titles.Length);
        for (var number = 0; number < titles.Length; number++)
        {
            // An encoder changes a little everywhere; another text would change much.
            var expected = await _stage.ExpectAsync(_typesetter, plan, number, titles);
            var (own, other) = (expected.MeanError(frames[number]), expected.MeanError(frames[(number + 1) % titles.Length]));
            Assert.True(own < 1 && own < other / 2, $"{titles[number]} differs by {own:0.00}, the next by {other:0.00}");
        }

        await _stage.AssertUnopenedAsync();
    }

    private async Task<IReadOnlyList<PlanarPicture>> DecodedAsync(string path, Canvas canvas)
    {
        List<PlanarPicture> frames = [];
        await _stage.Tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = new FfmpegArguments().ForcedInput("mov", path, InputGuards.Clip).Map("0:v:0").EveryPicture().RawVideoOutput("yuv420p").Build(),
                WorkFolder = _stage.NewFolder(),
                Inputs = [path],
                Limits = ToolLimits.Decode,
                Read = async (stream, token) =>
                {
                    while (true)
                    {
                        var frame = new PlanarPicture(canvas.Width, canvas.Height);
                        if (await stream.ReadAtLeastAsync(frame.Frame, frame.FrameBytes, throwOnEndOfStream: false, token) < frame.FrameBytes)
                        {
                            return;
                        }

                        frames.Add(frame);
                    }
                },
            },
            CancellationToken.None);
        return frames;
    }
}
