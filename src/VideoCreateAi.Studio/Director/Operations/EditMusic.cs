using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Adds music, or changes the music that is there; what is null stays.</summary>
internal sealed record EditMusic : EditOperation
{
    private const double UnderClips = 0.35;
    private static readonly TimeSpan s_fadeIn = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_fadeOut = TimeSpan.FromMilliseconds(1500);

    /// <summary>An uploaded file; null = composed.</summary>
    public string? Media { get; init; }

    public string? Mood { get; init; }

    /// <summary>The mood in the user's own words, where these are not English.</summary>
    public string? Said { get; init; }

    public double? Volume { get; init; }

    /// <summary>Times what it is now.</summary>
    public double? VolumeFactor { get; init; }

    /// <summary>Added to what it is now.</summary>
    public double? VolumeStep { get; init; }

    public SoundUnder? During { get; init; }

    public TimeSpan? Start { get; init; }

    /// <summary>Where in the file it begins to play.</summary>
    public TimeSpan? From { get; init; }

    public TimeSpan? End { get; init; }

    public TimeSpan? FadeIn { get; init; }

    public TimeSpan? FadeOut { get; init; }

    public double? Tempo { get; init; }

    /// <summary>Only changes what is there; adding was not asked for.</summary>
    public bool ChangeOnly { get; init; }

    public override IEnumerable<string> MediaElsewhere => Media is null ? [] : [Media];

    public override void Apply(EditDesk desk)
    {
        var there = desk.Timeline.Sounds(SoundRole.Music);
        if (there.Count == 0)
        {
            Add(desk);
            return;
        }

        var changed = desk.Timeline.ChangingSounds(SoundRole.Music, sound => Changed(sound, desk));
        var now = changed.Sounds(SoundRole.Music)[0];
        desk.Change(changed, "music" + (now.Name == there[0].Name ? "" : $": {Describe(now)}") + Told(there[0], now));
    }

    private void Add(EditDesk desk)
    {
        var media = Media ?? (Mood is null ? desk.Assets.FirstOrDefault(SoundNames.IsSong)?.Id : null);
        if (ChangeOnly && media is null)
        {
            desk.CannotDo("There is no music yet; say \"add calm music\" for example.");
            return;
        }

        var end = desk.Timeline.ProgrammeEnd();
        if (end == TimeSpan.Zero)
        {
            desk.CannotDo("Music needs a picture to play under.");
            return;
        }

        var asset = desk.Find(media);
        var mood = Mood ?? "promo";
        var voice = desk.Timeline.Sounds(SoundRole.Voiceover).Count > 0;
        var othersSound = desk.Timeline.Sounds(SoundRole.Effect).Count > 0
            || desk.Timeline.Shots().Any(shot => shot.Kind == PictureKind.Video && shot.Volume > 0 && desk.Find(shot.Source)?.HasSound == true);
        var fresh = new SoundSegment
        {
            Id = "",
            Range = new TimeRange(TimeSpan.Zero, end),
            Name = asset?.Name ?? Capital(mood) + " music",
            Source = asset?.Id,
            Out = asset?.Duration.Rounded() ?? TimeSpan.Zero,
            Mood = asset is null ? mood : null,
            Prompt = asset is null ? Prompt(mood) : null,
            Seed = asset is null ? StableSeed.Of(desk.Input.Message, desk.Assets) : null,
            Volume = othersSound ? UnderClips : voice ? AddSound.UnderVoice : 1,
            Duck = voice,
            FadeIn = s_fadeIn < end.Times(0.2) ? s_fadeIn : TimeSpan.Zero,
            FadeOut = s_fadeOut < end.Times(0.4) ? s_fadeOut : end.Times(0.2),
        };
        var music = Changed(fresh, desk);
        desk.Change(desk.Timeline.Adding(SoundRole.Music, music), $"music: {Describe(music)}{When(fresh, music)}");
        if ((othersSound || voice) && Volume is null && VolumeFactor is null)
        {
            desk.Change(desk.Timeline, $"music at {Words.Percent(fresh.Volume)} under {(othersSound ? "the sound that is there" : "the voice")}");
        }
    }

    private SoundSegment Changed(SoundSegment sound, EditDesk desk)
    {
        var end = desk.Timeline.ProgrammeEnd();
        var during = During?.In(desk.Timeline);
        var start = Start ?? during?.Start ?? sound.Range.Start;
        if (start >= end)
        {
            desk.CannotDo($"The video ends at {Words.Seconds(end)}, so the music begins at the start.");
            start = TimeSpan.Zero;
        }

        var stop = during is { } under && under.End > start ? under.End : End is { } asked && asked > start && asked < end ? asked : Start is null && End is null ? sound.Range.End : end;
        if (desk.Find(Media) is { } asset)
        {
            sound = sound with { Name = asset.Name, Source = asset.Id, Mood = null, Prompt = null, Seed = null, Tempo = null, In = TimeSpan.Zero, Out = asset.Duration.Rounded() };
        }
        else if (Mood is not null && Mood != sound.Mood)
        {
            sound = sound with
            {
                Name = Capital(Mood) + " music", Source = null, Tempo = null, Mood = Mood, Prompt = Prompt(Mood), In = TimeSpan.Zero, Out = TimeSpan.Zero,
                Seed = StableSeed.Of(desk.Input.Message, desk.Assets),
            };
        }

        if (From is { } from && sound.Source is not null)
        {
            if (from >= sound.Out)
            {
                desk.CannotDo($"{sound.Name} is only {Words.Seconds(sound.Out)} long, so it plays from its beginning.");
            }
            else
            {
                sound = sound with { In = from };
            }
        }

        var volume = Volume ?? ((sound.Volume * (VolumeFactor ?? 1)) + (VolumeStep ?? 0));
        Words.SayIfTooLoud(desk, volume);
        return sound with
        {
            Range = TimeRange.Between(start, stop),
            Volume = Math.Round(Math.Clamp(volume, 0, 2), 3),
            FadeIn = FadeIn ?? sound.FadeIn,
            FadeOut = FadeOut ?? sound.FadeOut,
            Tempo = Tempo ?? sound.Tempo,
        };
    }

    /// <summary>What is other than before, or what plays where nothing is.</summary>
    private static string Told(SoundSegment before, SoundSegment now)
    {
        var when = When(before, now);
        return before.Name != now.Name ? when
            : before.Volume != now.Volume ? $" {Words.Percent(before.Volume)} → {Words.Percent(now.Volume)}{when}"
            : when.Length > 0 ? when
            : $": {Describe(now)}";
    }

    private static string When(SoundSegment before, SoundSegment now) => string.Concat(
        before.In == now.In ? "" : $", from {Words.Seconds(now.In)} of the file on",
        before.Range.Start == now.Range.Start ? "" : $", from {Words.Seconds(now.Range.Start)}",
        before.Range.End == now.Range.End ? "" : $", until {Words.Seconds(now.Range.End)}",
        before.FadeIn == now.FadeIn ? "" : $", fading in over {Words.Seconds(now.FadeIn)}",
        before.FadeOut == now.FadeOut ? "" : $", fading out over {Words.Seconds(now.FadeOut)}");

    private string Prompt(string mood) => mood + " music" + (Said is null ? "" : $" ({Said})");

    private static string Describe(SoundSegment sound) => $"{(sound.Source is null ? sound.Mood : sound.Name)}, {Words.Percent(sound.Volume)}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
