using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Timeline;
using VideoCreateAi.UnitTests.Studio.Audio;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

/// <summary>Clips that flash and beep every second: in the finished file both are still together.</summary>
public sealed class ClipSyncTests : IDisposable
{
    private const double Frame = 1.0 / 30;

    // A third of the beep: what is slowed down swells.
    private const int Loud = 5000;

    private readonly RenderBench _bench = new();
    private readonly SoundRig _sound = new();

    public ClipSyncTests() => _bench.Mixer = _sound.Mixer;

    public void Dispose()
    {
        _sound.Dispose();
        _bench.Dispose();
    }

    [Theory(Timeout = 120_000)]
    [InlineData(0, 0, 4, 1, false, 3)]
    [InlineData(0, 0.73, 3.4, 1, false, 3)]
    [InlineData(0, 0, 4, 2, false, 3)]
    [InlineData(0, 0.5, 2.5, 0.5, false, 2)]
    [InlineData(0, 0, 4, 1, true, 3)]
    [InlineData(0, 0.4, 3.6, 1.5, true, 3)]
    [InlineData(0.6, 0, 4, 1, false, 3)]
    [InlineData(0.6, 0, 4, 1, true, 3)]
    [InlineData(0.6, 1.5, 3.5, 1, false, 2)]
    public async Task Picture_and_sound_of_a_clip_stay_together(double late, double from, double to, double speed, bool backwards, int times)
    {
        var id = await FlashAndBeepAsync(late);
        var length = (to - from) / speed;
        var clip = new PictureSegment
        {
            Id = "c", Source = id, Name = id, Kind = PictureKind.Video, Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromMilliseconds(Math.Round(length * 1000))),
            In = TimeSpan.FromSeconds(from), Out = TimeSpan.FromSeconds(to), Speed = speed, Reverse = backwards,
        };

        var file = await _bench.RenderAsync(new VideoTimeline { Canvas = RenderBench.Small, PictureTracks = [new PictureTrack { Id = "v", Segments = [clip] }] });
        var flashes = Onsets((await _bench.DecodeAsync(file.Path)).Select(frame => RenderBench.Pixel(frame, 0.5, 0.5).G > 128), Frame, 0);
        var beeps = Onsets((await _bench.SoundAsync(file.Path)).Select(sample => Math.Abs((int)sample) > Loud), 1.0 / 48000, 0.02);

        Assert.Equal(times, flashes.Count);
        Assert.Equal(times, beeps.Count);
        Assert.All(flashes.Zip(beeps), pair => Assert.InRange(pair.First - pair.Second, -Frame, Frame));
    }

    /// <summary>Six seconds; at 1, 2, … a tenth of a second is white and loud. What would be seen before the picture begins is not there.</summary>
    private Task<string> FlashAndBeepAsync(double pictureBegins)
    {
        var picture = FormattableString.Invariant(
            $"color=black:size=180x320:rate=30,drawbox=0:0:180:320:white:fill:enable='lt(mod(t+{pictureBegins},1),0.0999)*gt(t+{pictureBegins},0.5)'");
        return _bench.AddClipAsync(
            new FfmpegArguments()
                .Option("itsoffset", pictureBegins).Option("f", "lavfi").Option("i", picture)
                .Option("f", "lavfi").Option("i", "aevalsrc='0.5*sin(2*PI*1000*t)*lt(mod(t,1),0.1)*gt(t,0.5)':s=48000")
                .H264("ultrafast", 10, 48).EveryPicture().Aac(128),
            6);
    }

    /// <summary>Where it becomes true, in seconds.</summary>
    private static List<double> Onsets(IEnumerable<bool> values, double step, double silence)
    {
        var onsets = new List<double>();
        var last = double.NegativeInfinity;
        var at = 0.0;
        foreach (var value in values)
        {
            if (value)
            {
                if (at - last > step + silence + step / 2)
                {
                    onsets.Add(at);
                }

                last = at;
            }

            at += step;
        }

        return onsets;
    }
}
