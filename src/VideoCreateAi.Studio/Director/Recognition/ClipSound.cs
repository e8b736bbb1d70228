using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>The clips' own sound.</summary>
internal static class ClipSound
{
    /// <summary>"keep the sound of c only": the others are muted, and no shot is taken out.</summary>
    public static bool KeepsOne(Clause clause, Wishes wishes)
    {
        if (clause.Has(Sense.Keep) && clause.Has(Sense.Voiceover) && clause.Has(Sense.Media, Sense.ShotPlace) && !clause.Has(Sense.Quote, Sense.Percent, Sense.Only) && clause.OpenOf(Sense.Media).All(row => wishes.IsPicture(row.Term)))
        {
            // "keep my voice from the interview": it is heard, and nothing else changes.
            clause.TakeAll(Sense.Keep, Sense.Voiceover, Sense.From, Sense.Whole, Sense.At);
            foreach (var heard in wishes.TakeShots(clause))
            {
                wishes.Add(new SetClipVolume(heard, 1));
            }

            return true;
        }

        // "mute only the second clip" is the other way round.
        if (clause.Does(Sense.Mute, Sense.Remove, Sense.Without) || clause.Has(Sense.Percent, Sense.Half, Sense.Louder, Sense.Quieter, Sense.Volume, Sense.Twice) || !clause.Has(Sense.Keep) || !clause.Has(Sense.Sound) || !clause.Has(Sense.Media, Sense.ShotPlace))
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

    /// <summary>"the speech is too quiet, turn it up": what was blamed, and not the music.</summary>
    private static bool OfTheBlamed(Clause clause, Wishes wishes)
    {
        if (clause.Peek(Sense.Louder, Sense.Quieter) is not { } way || !(clause.Has(Sense.It) || way.Text.Contains(" it", StringComparison.OrdinalIgnoreCase)) || clause.Has(Sense.Music, Sense.MusicStyle, Sense.Media, Sense.ShotPlace, Sense.Percent, Sense.All)
            || !(wishes.MentionedIn == wishes.Sentence && wishes.Mentioned is [.., { Sense: Sense.Media } blamed] && wishes.IsPicture(blamed) && wishes.Asset(blamed).Kind == AssetKind.Video))
        {
            return false;
        }

        clause.TakeAll(Sense.Louder, Sense.Quieter, Sense.It, Sense.Make, Sense.More, Sense.Less);
        wishes.Add(new SetClipVolume(wishes.Place(blamed), null, way.Sense == Sense.Louder ? 1.5 : 0.6));
        wishes.Topic = Sense.Sound;
        return true;
    }

    public static bool Read(Clause clause, Wishes wishes)
    {
        if (OfTheBlamed(clause, wishes))
        {
            return true;
        }

        var clipNamed = clause.OpenOf(Sense.Media).Any(row => wishes.IsPicture(row.Term)) || clause.Has(Sense.ShotPlace, Sense.Clip);
        var speaksOfSound = clause.Has(Sense.Sound);
        var sounds = speaksOfSound && (clause.Has(Sense.Restore) || IsBack(clause));
        var silences = !sounds && (clause.Has(Sense.Mute) || (speaksOfSound && (clause.Does(Sense.Remove, Sense.No, Sense.Without) || clause.Has(Sense.Off)) && !clause.Has(Sense.Percent)));
        if (clause.Has(Sense.Music, Sense.MusicStyle, Sense.Effect, Sense.Transition, Sense.Quote) && !(silences && clipNamed))
        {
            return false;
        }

        // "song.mp3 at 40 % volume" is about the song.
        if (!silences && !speaksOfSound && clause.OpenOf(Sense.Media).Any(row => wishes.IsSound(row.Term)))
        {
            return false;
        }

        var goesOn = wishes is { Topic: Sense.Sound or Sense.Shot, LoudShots.Count: > 0 } && clause.Has(Sense.It) && clause.Has(Sense.Percent, Sense.Half) && !clipNamed;
        var speaksOfLevel = clause.Has(Sense.Volume, Sense.Sound, Sense.Louder, Sense.Quieter) && (clipNamed || speaksOfSound || !wishes.HasMusic);
        if (!silences && !sounds && !clause.Has(Sense.Unmute) && !speaksOfLevel && !goesOn)
        {
            return false;
        }

        if (clause.Has(Sense.AdjustNoun, Sense.Colour, Sense.Opacity, Sense.Speed))
        {
            return false;
        }

        var step = LevelReading.Step(clause);
        var factor = step is null ? LevelReading.Factor(clause) : null;
        double? volume = silences ? 0 : LevelReading.Level(clause) ?? (goesOn && clause.Take(Sense.Half) is not null ? 0.5 : sounds || clause.Has(Sense.Unmute) ? 1 : null);
        if (volume is null && factor is null && step is null)
        {
            wishes.LoudShots = [.. clause.Open.Select(index => clause.Terms[index]).Where(term => term.Sense == Sense.ShotPlace || wishes.IsPicture(term))
                .Select(term => wishes.Place(term))];
            return false;
        }

        var adds = clause.Has(Sense.Add, Sense.Put) && !clause.Has(Sense.Before, Sense.After, Sense.Between, Sense.Start);
        clause.TakeAll(Sense.Mute, Sense.Unmute, Sense.Sound, Sense.Remove, Sense.No, Sense.Without, Sense.Volume, Sense.Louder, Sense.Quieter, Sense.Make, Sense.Add, Sense.Restore, Sense.Off);
        var added = silences && wishes.HasTimeline ? clause.OpenOf(Sense.Media).Select(row => row.Term).FirstOrDefault(term => wishes.IsPicture(term) && ShotReference.Of(term.Value).Resolve(wishes.Input.Current!).Count == 0) : null;
        if (added is not null && adds)
        {
            // "add the second take without its sound"
            wishes.Add(new InsertMedia([added.Value], Destination.End, null));
        }

        var (shots, spared) = Meant(clause, wishes, goesOn);
        foreach (var shot in shots.Count == 0 ? [ShotReference.All] : shots)
        {
            wishes.Add(new SetClipVolume(shot, volume, factor ?? 1) { Step = step ?? 0, Except = spared });
        }

        wishes.LoudShots = shots;
        wishes.Topic = Sense.Sound;
        return true;
    }

    /// <summary>"give it its sound back"</summary>
    private static bool IsBack(Clause clause) => clause.OpenOf(Sense.End).Any(row => row.Term.Text.Equals("back", StringComparison.OrdinalIgnoreCase));

    /// <summary>"everything but the second clip", "the other two": all but those that were spoken of.</summary>
    private static (IReadOnlyList<ShotReference> Shots, IReadOnlyList<ShotReference> Spared) Meant(Clause clause, Wishes wishes, bool goesOn)
    {
        if (goesOn)
        {
            return (wishes.LoudShots, []);
        }

        var isBare = clause.Open.All(index => clause.SenseAt(index) is Sense.And or Sense.But or Sense.Then or Sense.Mark or Sense.It or Sense.Word or Sense.With);
        if (isBare && wishes.ShotsBefore is [var only] && wishes.ShotsNamedIn == wishes.Sentence)
        {
            // "c3: leave in full, but no sound"
            return ([only], []);
        }

        var but = clause.IndexOf(Sense.But);
        if (but >= 0 && clause.Open.Any(index => index < but && (clause.SenseAt(index) == Sense.ShotPlace || wishes.IsPicture(clause.Terms[index]))))
        {
            return (wishes.TakeShots(clause), []);
        }

        if (clause.Take(Sense.Other) is not null)
        {
            clause.TakeAll(Sense.Number, Sense.Clip, Sense.Video, Sense.Shot, Sense.All, Sense.Both);
            var here = wishes.TakeShots(clause);
            return ([], here.Count > 0 ? here : wishes.ShotsBefore);
        }

        if (but >= 0)
        {
            clause.TakeAll(Sense.But, Sense.All, Sense.Video, Sense.Clip, Sense.Each, Sense.Shot);
            return ([], wishes.TakeShots(clause));
        }

        if (clause.Peek(Sense.It) is { } it && it.Text.ToLowerInvariant() is "it" or "that" or "它" && wishes is { Before: { } before, Operations.Count: 0 } && !clause.Has(Sense.Media, Sense.ShotPlace, Sense.All, Sense.Each, Sense.Video, Sense.Clip, Sense.Whole))
        {
            return ([before], []);
        }

        return (wishes.TakeShots(clause), []);
    }
}
