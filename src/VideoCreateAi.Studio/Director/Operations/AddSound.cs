using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>A voiceover or an effect: a file, or words to be spoken.</summary>
internal sealed record AddSound(SoundRole Role, string? Media, string? Text, TimeSpan Start, double Volume = 1) : EditOperation
{
    // About 150 words a minute, the pace of a calm narrator.
    private const double SecondsPerWord = 0.4;

    public override IEnumerable<string> MediaElsewhere => Media is null ? [] : [Media];

    public override void Apply(EditDesk desk)
    {
        var end = desk.Timeline.ProgrammeEnd();
        var asset = desk.Find(Media);
        if (Start >= end || (asset is null && string.IsNullOrWhiteSpace(Text)))
        {
            desk.CannotDo($"The video is {Words.Seconds(end)} long; a sound cannot begin at {Words.Seconds(Start)}.");
            return;
        }

        var timeline = Role == SoundRole.Voiceover && Text is not null ? desk.Timeline.RemovingSounds(SoundRole.Voiceover) : desk.Timeline;
        var natural = asset?.Duration.Rounded() ?? Spoken(Text!);
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
        desk.Change(timeline.Adding(Role, sound), asset is null ? "voiceover text" : $"{asset.Name} at {Words.Seconds(Start)}");
        if (asset is null)
        {
            desk.CannotDo("I have no voice of my own: the words keep their place, and stay silent until you upload a recording of them.");
        }
    }

    private static TimeSpan Spoken(string text) => WholeMilliseconds.Of(
        Math.Max(1, text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length * SecondsPerWord) * 1000);
}
