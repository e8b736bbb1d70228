using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What was taken out comes back.</summary>
internal static class ShotRestoring
{
    public static bool Restore(Clause clause, Wishes wishes)
    {
        var back = clause.Has(Sense.Restore) || (clause.Has(Sense.Put, Sense.Add) && clause.Has(Sense.End)
            && clause.OpenOf(Sense.End).Any(row => row.Term.Text.Equals("back", StringComparison.OrdinalIgnoreCase)));
        if (back && BringsBackTheLast(clause, wishes))
        {
            return true;
        }

        if (!back || clause.OpenOf(Sense.Media).FirstOrDefault(row => wishes.IsPicture(row.Term)).Term is not { } media)
        {
            return false;
        }

        var place = clause.OpenOf(Sense.Start).Count > 0 ? Destination.Start : clause.OpenOf(Sense.End).Any(row => !row.Term.Text.Equals("back", StringComparison.OrdinalIgnoreCase)) ? Destination.End : null;
        clause.TakeAll(Sense.Restore, Sense.Put, Sense.Add, Sense.Start, Sense.End, Sense.Media);
        wishes.Add(new RestoreMedia(media.Value));
        if (place is not null)
        {
            wishes.Add(new MoveShots(ShotReference.Of(media.Value), place));
        }

        return true;
    }

    /// <summary>"bring it back", 还是加回来吧: what the message before took out.</summary>
    private static bool BringsBackTheLast(Clause clause, Wishes wishes)
    {
        if (wishes.Input is not { Current: { IsEmpty: false } now, Previous: [{ } before, ..] } || wishes.Operations.Count > 0
            || !clause.Terms.All(term => term.Sense is Sense.Restore or Sense.Put or Sense.Add or Sense.End or Sense.It or Sense.Shot or Sense.Clip or Sense.Still or Sense.Instead or Sense.Mark or Sense.And or Sense.But or Sense.Question or Sense.Word or Sense.Make))
        {
            return false;
        }

        var gone = before.Shots().Select(shot => shot.Source).OfType<string>().Distinct().Where(id => now.Shots().All(shot => shot.Source != id)).ToList();
        var isLess = now.Texts(TextRole.Title).Count < before.Texts(TextRole.Title).Count || now.Texts(TextRole.Caption).Count < before.Texts(TextRole.Caption).Count
            || now.Overlays().Count < before.Overlays().Count || now.Sounds(SoundRole.Voiceover).Count < before.Sounds(SoundRole.Voiceover).Count;
        if (gone.Count == 0 && !isLess)
        {
            return false;
        }

        clause.TakeEverything();
        gone.ForEach(id => wishes.Add(new RestoreMedia(id)));
        wishes.LastShot = gone.Count == 1 ? ShotReference.Of(gone[0]) : wishes.LastShot;
        wishes.Undos += gone.Count == 0 ? 1 : 0;
        return true;
    }
}
