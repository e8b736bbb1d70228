using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Benchmarks.Render;

/// <summary>The videos that exports are measured by, to the last parameter.</summary>
internal static class RenderJobs
{
    private const string Title = "Urban Dreams";
    private const string OtherTitle = "Urban Nights";
    private const int MusicSeed = 7;

    private static readonly TimeSpan s_crossfade = TimeSpan.FromSeconds(0.5);

    /// <summary>1080×1920 at 30 fps, "good", as MP4.</summary>
    public static RenderSettings Portrait { get; } = new(OutputFormat.Mp4, RenderQuality.Good, Canvas.Portrait);

    /// <summary>The promo as a quick look at it.</summary>
    public static RenderSettings Draft { get; } = new(OutputFormat.Mp4, RenderQuality.Draft, new Canvas(480, 854));

    /// <summary>The promo as the clip that is watched before an export: as many bits as the server grants one of 30 s.</summary>
    public static RenderSettings Clip { get; } = Draft with { AskedKilobits = 800 };

    /// <summary>A vertical video for two platforms and the square one: two of the three are the same frames.</summary>
    public static IReadOnlyList<RenderSettings> ThreePresets { get; } =
        [Portrait, Portrait, Portrait with { Canvas = new Canvas(1080, 1080) }];

    /// <summary>30 s of five pictures: motion, four crossfades of 0.5 s, a title for 3 s, music. 900 frames.</summary>
    public static VideoTimeline Promo(IReadOnlyList<string> pictures) => OfPictures([.. pictures.Take(5)], TimeSpan.FromSeconds(30), Title);

    /// <summary>The same after a change of the title.</summary>
    public static VideoTimeline Retitled(IReadOnlyList<string> pictures) => OfPictures([.. pictures.Take(5)], TimeSpan.FromSeconds(30), OtherTitle);

    /// <summary>Two minutes of twenty pictures, otherwise like the promo. 3600 frames.</summary>
    public static VideoTimeline Long(IReadOnlyList<string> pictures) =>
        OfPictures([.. Enumerable.Range(0, 20).Select(i => pictures[i % pictures.Count])], TimeSpan.FromMinutes(2), Title);

    /// <summary>200 photographs, half a second each: how much memory many large pictures take. 3000 frames.</summary>
    public static VideoTimeline Photographs(IReadOnlyList<string> pictures) =>
        OfPictures([.. Enumerable.Range(0, 200).Select(i => pictures[i % pictures.Count])], TimeSpan.FromSeconds(100), Title);

    /// <summary>Three clips of 10 s, of each the 5 s from 2.5 s on, with their sound, cut hard. 450 frames.</summary>
    public static VideoTimeline Clips(IReadOnlyList<string> clips)
    {
        var (start, length) = (TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(5));
        return new VideoTimeline
        {
            Title = "Clips",
            Canvas = Canvas.Portrait,
            PictureTracks =
            [
                new PictureTrack
                {
                    Id = "v",
                    Segments =
                    [
                        .. clips.Take(3).Select((id, i) => new PictureSegment
                        {
                            Id = "s" + i, Source = id, Name = id, Kind = PictureKind.Video, In = start, Out = start + length, Range = new TimeRange(length * i, length),
                        }),
                    ],
                },
            ],
        };
    }

    /// <summary>A second of one picture, for a process to get warm by.</summary>
    public static VideoTimeline Short(IReadOnlyList<string> pictures) => OfPictures([.. pictures.Take(1)], TimeSpan.FromSeconds(1), "Warm");

    /// <summary>10 s of one picture that moves, without a title and sound.</summary>
    public static VideoTimeline Moving(string picture) =>
        PromoTimeline.Of([picture], TimeSpan.FromSeconds(10), "crossfade", Fit.Cover, "") with { TextTracks = [] };

    /// <summary>Pictures of equal length with crossfades, a title and music.</summary>
    public static VideoTimeline OfPictures(IReadOnlyList<string> pictures, TimeSpan duration, string title)
    {
        var timeline = PromoTimeline.Of(pictures, duration, "crossfade", Fit.Cover, title);
        return timeline with
        {
            SoundTracks =
            [
                new SoundTrack
                {
                    Id = "m",
                    Segments =
                    [
                        new SoundSegment
                        {
                            Id = "m0", Range = new TimeRange(TimeSpan.Zero, duration), Mood = "upbeat", Seed = MusicSeed, Volume = 0.8,
                            FadeOut = s_crossfade,
                        },
                    ],
                },
            ],
        };
    }
}
