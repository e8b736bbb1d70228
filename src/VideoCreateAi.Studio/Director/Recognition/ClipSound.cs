using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>The clips' own sound.</summary>
internal static class ClipSound
{
    /// <summary>"keep the sound of c only": the others are muted, and no shot is taken out.</summary>
    public static bool KeepsOne(Clause clause, Wishes wishes)
    {
        // "mute only the second clip" is the other way round.
        if (clause.Does(Sense.Mute, Sense.Remove, Sense.Without) || !clause.Has(Sense.Keep) || !clause.Has(Sense.Sound) || !clause.Has(Sense.Media, Sense.ShotPlace))
        {
            return false;
        }

        clause.TakeAll(Sense.Keep, Sense.Sound);
        wishes.Add(new SetClipVolume(ShotReference.All, 0));
        foreach (var shot in wishes.TakeShots(clause))
        {
            wishes.Add(new SetClipVolume(shot, 1));
        }

        return true;
    }

    public static bool Read(Clause clause, Wishes wishes)
    {
        var clipNamed = clause.OpenOf(Sense.Media).Any(row => wishes.IsPicture(row.Term)) || clause.Has(Sense.ShotPlace, Sense.Clip);
        var speaksOfSound = clause.Has(Sense.Sound);
        var silences = clause.Has(Sense.Mute) || (speaksOfSound && clause.Does(Sense.Remove, Sense.No, Sense.Without));
        if (clause.Has(Sense.Music, Sense.MusicStyle, Sense.Effect, Sense.Transition, Sense.Quote) && !(silences && clipNamed))
        {
            return false;
        }

        // "song.mp3 at 40 % volume" is about the song.
        if (!silences && !clipNamed && !speaksOfSound && clause.OpenOf(Sense.Media).Any(row => wishes.IsSound(row.Term)))
        {
            return false;
        }

        if (!silences && !clause.Has(Sense.Unmute) && !(clause.Has(Sense.Volume, Sense.Sound, Sense.Louder, Sense.Quieter) && (clipNamed || speaksOfSound || !wishes.HasMusic)))
        {
            return false;
        }

        if (clause.Has(Sense.AdjustNoun, Sense.Colour, Sense.Opacity, Sense.Speed))
        {
            return false;
        }

        var factor = LevelReading.Factor(clause);
        double? volume = silences ? 0 : LevelReading.Level(clause) ?? (clause.Has(Sense.Unmute) ? 1 : null);
        if (volume is null && factor is null)
        {
            return false;
        }

        clause.TakeAll(Sense.Mute, Sense.Unmute, Sense.Sound, Sense.Remove, Sense.No, Sense.Without, Sense.Volume, Sense.Louder, Sense.Quieter, Sense.Make, Sense.Add);
        var shots = wishes.TakeShots(clause);
        foreach (var shot in shots.Count == 0 ? [ShotReference.All] : shots)
        {
            wishes.Add(new SetClipVolume(shot, volume, factor ?? 1));
        }

        wishes.Topic = Sense.Sound;
        return true;
    }
}
