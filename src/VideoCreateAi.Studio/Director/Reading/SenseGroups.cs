namespace VideoCreateAi.Studio.Director.Reading;

internal static class SenseGroups
{
    public static bool IsAction(this Sense sense) => sense is >= Sense.Add and <= Sense.EndWith;

    /// <summary>A clause stands on its own when it has an action or a thing of its own; else it goes on with the one before.</summary>
    public static bool IsHead(this Sense sense) => sense.IsAction() || sense is Sense.Title or Sense.Caption or Sense.Voiceover or Sense.Music
        or Sense.MusicStyle or Sense.Effect or Sense.Transition or Sense.TransitionKind or Sense.Logo or Sense.PictureInPicture or Sense.SplitScreen
        or Sense.Filter or Sense.NoFilter or Sense.Adjust or Sense.AdjustNoun or Sense.Canvas or Sense.Resolution or Sense.Size or Sense.Rate
        or Sense.FadeInWord or Sense.FadeOutWord or Sense.Fade or Sense.Motion or Sense.Fit or Sense.Narration or Sense.CaptionLines
        or Sense.Storyboard or Sense.Quote or Sense.Factor or Sense.LeaveAlone or Sense.Leave or Sense.NormalSpeed or Sense.Not or Sense.Mistake or Sense.Slideshow or Sense.Unsupported or Sense.Export or Sense.Reset or Sense.Redo or Sense.Improve or Sense.Brand;
}
