using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What makes a piece of files where the message names only its kind: transitions between pictures and music that fits.
/// What the message says itself always wins, and what it forbids is left out.</summary>
internal static class Finishing
{
    public const string SlideshowMood = "calm";

    public static void Complete(Wishes wishes)
    {
        TitleLists.Complete(wishes);
        PlacedLines.Complete(wishes);
        if (!wishes.HasPictures && !wishes.HasTimeline && (wishes.WantsVideo || wishes.Operations.Any(operation => operation is AddScenes or SetTotal))
            && !wishes.Operations.Any(operation => operation is AddTitle or AddCaptions or RemoveTexts))
        {
            wishes.Add(new TitleScenes(wishes.Operations.OfType<AddScenes>().Any() ? null : wishes.Subject));
        }

        if (wishes.Piece is not { } mood || !wishes.HasPictures || wishes.HasTimeline)
        {
            return;
        }

        if (!wishes.Operations.OfType<SetTransitions>().Any() && !wishes.Operations.OfType<SideBySide>().Any())
        {
            wishes.Add(new SetTransitions("crossfade", null, null) { OnlyBetweenStills = true });
        }

        if (OverlayRecogniser.NamedLogo(wishes) is { } logo && !wishes.Contents.Any(content => content.Sense == Sense.Media && content.Text == logo.Id)
            && !wishes.Operations.Any(operation => operation is Overlay or ArrangeShots or SideBySide))
        {
            wishes.Add(new Overlay(logo.Id, null, null, null, WhenShown.Unsaid));
        }

        var speaksOfSound = wishes.Operations.Any(operation => operation is EditMusic or RemoveSound { Role: SoundRole.Music } or MatchSound);
        if (!speaksOfSound && !wishes.SawLeaveAlone)
        {
            wishes.Add(new EditMusic { Mood = wishes.UnusedSounds().Any(sound => !SoundNames.IsSpoken(sound.Name)) ? null : mood });
        }
    }
}
