using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>A voiceover or an effect: a file, or words to be spoken.</summary>
internal sealed record AddSound(SoundRole Role, string? Media, string? Text, TimeSpan Start, double Volume = 1) : EditOperation
{
    /// <summary>Of music that gets out of a voice's way: what it comes back to between the sentences.</summary>
    public const double UnderVoice = 0.6;

    private const int LongestQuote = 40;

    // So that the last word is not the last picture.
    private static readonly TimeSpan s_afterVoice = TimeSpan.FromMilliseconds(800);

    public SoundUnder? During { get; init; }

    /// <summary>Each sentence goes to a shot of its own.</summary>
    public bool OnePerShot { get; init; }

    /// <summary>It ends with the picture.</summary>
    public bool AtEnd { get; init; }

    /// <summary>One more line of a voiceover that this message has begun.</summary>
    public bool Goes { get; init; }

    public override IEnumerable<string> MediaElsewhere => Media is null ? [] : [Media];

    public override void Apply(EditDesk desk)
    {
        if (During?.In(desk.Timeline) is { } range)
        {
            (this with { Start = range.Start, During = null }).Apply(desk);
            return;
        }

        var asset = desk.Find(Media);
        if (AtEnd)
        {
            var lasts = asset?.Duration.Rounded() ?? Spoken.Length(Text!, desk.Input.Narrator);
            var latest = desk.Timeline.ProgrammeEnd() - lasts - s_afterVoice;
            (this with { AtEnd = false, Goes = true, Start = latest > TimeSpan.Zero ? latest : TimeSpan.Zero }).Apply(desk);
            return;
        }

        if (Start >= desk.Timeline.ProgrammeEnd() || (asset is null && string.IsNullOrWhiteSpace(Text)))
        {
            desk.CannotDo($"The video is {Words.Seconds(desk.Timeline.ProgrammeEnd())} long; a sound cannot begin at {Words.Seconds(Start)}.");
            return;
        }

        // A new text is a new take of the voiceover; one for a later moment goes on with it.
        var timeline = Role == SoundRole.Voiceover && Text is not null && Start == TimeSpan.Zero && !Goes
            ? desk.Timeline.RemovingSounds(SoundRole.Voiceover)
            : desk.Timeline;
        var natural = asset?.Duration.Rounded() ?? Spoken.Length(Text!, desk.Input.Narrator);
        if (Role == SoundRole.Voiceover && asset is null)
        {
            desk.Amend(timeline);
            GiveTime(desk, Start + natural + s_afterVoice);
            timeline = desk.Timeline;
        }

        var end = timeline.ProgrammeEnd();
        var length = natural < end - Start ? natural : end - Start;
        var sound = new SoundSegment
        {
            Id = "",
            Range = new TimeRange(Start, length),
            Name = asset?.Name ?? "Voiceover",
            Source = asset?.Id,
            Out = asset is null ? TimeSpan.Zero : length,
            Text = asset is null ? Text : null,
            Volume = Volume,
        };
        desk.Change(timeline.Adding(Role, sound), asset is null ? $"voiceover {Quoted(Text!)} ({Words.Range(sound.Range)})" : $"{asset.Name} at {Words.Seconds(Start)}");
        if (Role == SoundRole.Voiceover)
        {
            desk.Amend(desk.Timeline.ChangingSounds(SoundRole.Music, MakingRoom));
            SayWhatIsMissing(desk, natural, length);
        }
    }

    /// <summary>The music with a voice over it.</summary>
    public static SoundSegment MakingRoom(SoundSegment music) =>
        music.Duck ? music : music with { Duck = true, Volume = music.Volume == 1 ? UnderVoice : music.Volume };

    /// <summary>The music when the voice is gone.</summary>
    public static SoundSegment TakingRoom(SoundSegment music) =>
        music.Duck ? music with { Duck = false, Volume = music.Volume == UnderVoice ? 1 : music.Volume } : music;

    /// <summary>Pictures of which nobody said how long they last show until all is said.</summary>
    private static void GiveTime(EditDesk desk, TimeSpan needed)
    {
        if (desk.LengthsAreOpen && desk.Timeline.ProgrammeEnd() < needed && desk.Timeline.Shots().All(shot => shot.IsElastic()))
        {
            var longer = LengthSharing.Shared(desk, needed);
            desk.Change(longer, $"{Words.Seconds(longer.ProgrammeEnd())} long, for the voice");
        }
    }

    private void SayWhatIsMissing(EditDesk desk, TimeSpan natural, TimeSpan length)
    {
        if (Media is null && desk.Input.Narrator is { IsThere: false } narrator)
        {
            desk.Mention($"The words keep their place and are not spoken yet, because no voice is installed here. {narrator.Mending} Or upload a recording of them.");
        }
        else if (natural - length > TimeSpan.FromMilliseconds(100))
        {
            desk.Mention($"The voiceover takes {Words.Seconds(natural)} and has {Words.Seconds(length)}, so its end is not heard; make the video longer or the text shorter.");
        }
    }

    private static string Quoted(string text) => $"\"{(text.Length <= LongestQuote ? text : text[..LongestQuote].TrimEnd() + "…")}\"";
}
