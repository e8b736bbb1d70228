using System.Globalization;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Benchmarks;

/// <summary>A timeline with something on every kind of track: shots in turn from the files that there are, a title for
/// the first and the last shot, captions, music and a voice.</summary>
internal static class PreviewTimeline
{
    private static readonly Motion[] s_motions = [Motion.ZoomIn, Motion.PanRight, Motion.ZoomOut, Motion.None];

    public static VideoTimeline Of(PictureFiles files, Canvas canvas, int shots, double secondsEach, string title)
    {
        var fade = TimeSpan.FromSeconds(shots > 1 ? 0.4 : 0);
        var each = TimeSpan.FromSeconds(secondsEach);
        var segments = Enumerable.Range(0, shots).Select(i =>
        {
            var file = files.Get(files.Ids[i % files.Ids.Count]);
            return new PictureSegment
            {
                Id = "s" + i,
                Source = file.Id,
                Name = file.Name,
                Kind = file.Kind == MediaKind.Video ? PictureKind.Video : PictureKind.Image,
                Range = new TimeRange((each - fade) * i, each),
                In = file.Kind == MediaKind.Video ? file.Info.Duration / 4 : TimeSpan.Zero,
                Motion = s_motions[i % s_motions.Length],
                Fit = i % 5 == 3 ? Fit.Blur : Fit.Cover,
                Transition = i == 0 ? null : new Transition("crossfade", fade),
            };
        }).ToList();
        var end = segments[^1].Range.End;
        return new VideoTimeline
        {
            Title = title,
            Canvas = canvas,
            PictureTracks = [new PictureTrack { Id = "v", Segments = segments }],
            TextTracks =
            [
                new TextTrack
                {
                    Id = "t",
                    Segments =
                    [
                        new TextSegment { Id = "t0", Text = title, Range = new TimeRange(TimeSpan.Zero, Shorter(end, 3)), Animation = TextAnimation.Fade },
                        new TextSegment { Id = "t1", Text = "example.com", Range = TimeRange.Between(end - Shorter(end, 2), end), Position = TextPosition.Bottom },
                    ],
                },
                new TextTrack
                {
                    Id = "c",
                    Role = TextRole.Caption,
                    Segments =
                    [
                        .. Enumerable.Range(0, (int)(end.TotalSeconds / 4)).Select(i => new TextSegment
                        {
                            Id = "c" + i,
                            Text = string.Create(CultureInfo.InvariantCulture, $"caption {i + 1} says a few words"),
                            Range = new TimeRange(TimeSpan.FromSeconds(4 * i + 0.5), TimeSpan.FromSeconds(3)),
                        }),
                    ],
                },
            ],
            SoundTracks =
            [
                new SoundTrack { Id = "m", Segments = [new SoundSegment { Id = "m0", Mood = "calm", Range = new TimeRange(TimeSpan.Zero, end) }] },
                new SoundTrack
                {
                    Id = "n",
                    Role = SoundRole.Voiceover,
                    Segments = [new SoundSegment { Id = "n0", Name = "voice.wav", Range = TimeRange.Between(end * 0.1, end * 0.8) }],
                },
            ],
        };
    }

    private static TimeSpan Shorter(TimeSpan whole, double seconds) => TimeSpan.FromSeconds(Math.Min(whole.TotalSeconds / 2, seconds));
}
