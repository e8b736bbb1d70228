using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Music, sound files and the clips' own sound.</summary>
internal static class SoundRecogniser
{
    // A jingle, a whoosh, applause: nobody plays so little as music.
    private static readonly TimeSpan s_longestEffect = TimeSpan.FromSeconds(6);

    public static void Read(Clause clause, Wishes wishes)
    {
        var files = clause.OpenOf(Sense.Media).Where(row => wishes.IsSound(row.Term)).Select(row => row.Index).ToList();
        foreach (var again in files.Where(index => files.Exists(earlier => earlier < index && clause.Terms[earlier].Value == clause.Terms[index].Value)).ToList())
        {
            clause.TakeAt(again);
            files.Remove(again);
        }

        if (files.Count < 2)
        {
            ReadOne(clause, wishes);
            return;
        }

        // Each file with what is said of it, up to the next one.
        for (var file = 0; file < files.Count; file++)
        {
            var from = file == 0 ? 0 : files[file];
            var to = file + 1 < files.Count ? files[file + 1] : clause.Terms.Count;
            ReadOne(new Clause([.. clause.Open.ToList().Where(index => index >= from && index < to).Select(clause.TakeAt)]), wishes);
        }
    }

    private static void ReadOne(Clause clause, Wishes wishes)
    {
        if (BeginsLater(clause, wishes) || IsQuietAside(clause, wishes) || IsLevelOfAdded(clause, wishes))
        {
            return;
        }

        if (SoundPlace.EndsWithSound(clause, wishes) || ClipSound.KeepsOne(clause, wishes) || ClipSound.Read(clause, wishes))
        {
            return;
        }

        var sounds = clause.OpenOf(Sense.Media).Where(row => wishes.IsSound(row.Term)).ToList();
        if (MusicReading.Returns(clause))
        {
            clause.TakeAll(Sense.Music, Sense.Restore, Sense.Put, Sense.Add, Sense.Make, Sense.Create, Sense.End, Sense.Unmute);
            wishes.Add(new RestoreMusic());
            wishes.Topic = Sense.Music;
            return;
        }

        var speaksOfMusic = clause.Has(Sense.Music, Sense.MusicStyle);
        if (sounds.Count == 0 && !speaksOfMusic && !MusicReading.GoesOn(clause, wishes))
        {
            return;
        }

        var isOff = clause.Peek(Sense.Off) is { } off && off.Text.Equals("off", StringComparison.OrdinalIgnoreCase);
        if ((isOff || clause.Does(Sense.Remove, Sense.No, Sense.Without, Sense.Mute, Sense.Mistake, Sense.Undo)) && !clause.Has(Sense.Percent, Sense.Fade, Sense.FadeInWord, Sense.FadeOutWord))
        {
            clause.TakeAll(Sense.Remove, Sense.No, Sense.Without, Sense.Mute, Sense.Music, Sense.MusicStyle, Sense.Mood, Sense.Mistake, Sense.Undo, Sense.Off);
            var media = sounds.Count > 0 ? clause.TakeAt(sounds[0].Index).Value : null;
            wishes.Add(new RemoveSound(SoundRole.Music, media));
            wishes.Topic = Sense.Music;
            return;
        }

        if (sounds.Count == 0 && MusicReading.IsOnlyMentioned(clause, wishes))
        {
            return;
        }

        if (sounds.Count > 0 && SoundPlace.MatchesPicture(clause))
        {
            wishes.Add(new MatchSound(sounds[0].Term.Value));
        }

        if (sounds.Count == 0)
        {
            wishes.Add(MusicReading.Take(clause, wishes, null));
        }

        foreach (var (index, term) in sounds)
        {
            clause.TakeAt(index);
            Sound(clause, wishes, term);
        }

        clause.TakeAll(Sense.Music, Sense.MusicStyle, Sense.Instead, Sense.Replace, Sense.Swap, Sense.Add, Sense.Start, Sense.Even, Sense.Lengthen, Sense.Make, Sense.Louder, Sense.Quieter, Sense.Put);
        wishes.Topic = Sense.Music;
    }

    /// <summary>"…, let it come in at 0:03": about the sound that was just added.</summary>
    private static bool BeginsLater(Clause clause, Wishes wishes)
    {
        var isOnlyTime = clause.Has(Sense.Start, Sense.From, Sense.After, Sense.At) && clause.Terms.All(term => term.Sense is Sense.It or Sense.Start or Sense.From or Sense.After or Sense.At or Sense.Moment
            or Sense.Length or Sense.Make or Sense.Put or Sense.Mark or Sense.And or Sense.But or Sense.Word or Sense.Keep or Sense.Media or Sense.ShotPlace or Sense.Clip or Sense.Shot);
        if (!isOnlyTime || wishes.Operations is not [.., var last] || last is not (AddSound or EditMusic))
        {
            return false;
        }

        var under = SoundPlace.Shot(clause, wishes);
        var start = under is null ? SoundPlace.StartOf(clause) : null;
        if (under is null && start is null)
        {
            return false;
        }

        clause.TakeAll(Sense.It, Sense.Start, Sense.From, Sense.After, Sense.At, Sense.Make, Sense.Put, Sense.Keep);
        wishes.Amend(wishes.Operations.Count - 1, last is AddSound sound ? sound with { Start = start ?? sound.Start, During = under ?? sound.During }
            : (EditMusic)last with { Start = start ?? ((EditMusic)last).Start, During = under ?? ((EditMusic)last).During });
        return true;
    }

    /// <summary>"play the bell there, louder than the talk": about the sound that was just added.</summary>
    private static bool IsLevelOfAdded(Clause clause, Wishes wishes)
    {
        if (wishes.Operations is not [.., AddSound { Media: not null } added] || clause.Peek(Sense.Louder, Sense.Quieter) is not { } way || clause.Has(Sense.Music, Sense.Clip, Sense.Media, Sense.ShotPlace, Sense.Video, Sense.All, Sense.Percent))
        {
            return false;
        }

        clause.TakeEverything();
        wishes.Amend(wishes.Operations.Count - 1, added with { Volume = way.Sense == Sense.Louder ? 1.5 : 0.5 });
        return true;
    }

    /// <summary>"put my song under it, quiet"</summary>
    private static bool IsQuietAside(Clause clause, Wishes wishes)
    {
        if (wishes.Operations is not [.., EditMusic { Volume: null, VolumeFactor: null, ChangeOnly: false } added] || !clause.Has(Sense.Quieter, Sense.Mood)
            || !clause.Terms.All(term => term is { Sense: Sense.Quieter or Sense.Mark or Sense.But or Sense.And or Sense.More or Sense.It or Sense.Volume } or { Sense: Sense.Mood, Value: "calm" }))
        {
            return false;
        }

        clause.TakeEverything();
        wishes.Amend(wishes.Operations.Count - 1, added with { Volume = LevelReading.Low });
        return true;
    }

    private static void Sound(Clause clause, Wishes wishes, Term term)
    {
        var asset = wishes.Asset(term);
        if (clause.Has(Sense.Voiceover) || (!clause.Has(Sense.Music) && SoundNames.IsSpoken(asset.Name)))
        {
            clause.TakeAll(Sense.Voiceover);
            wishes.Add(new AddSound(SoundRole.Voiceover, asset.Id, null, SoundPlace.StartOf(clause) ?? TimeSpan.Zero, LevelReading.Level(clause) ?? 1) { During = SoundPlace.Shot(clause, wishes) });
            return;
        }

        var onTimeline = wishes.Input.Current?.SoundTracks.Any(track => track.Segments.Any(segment => segment.Source == asset.Id)) == true;
        if (onTimeline && LevelReading.Step(clause) is { } step)
        {
            wishes.Add(new SetClipVolume(ShotReference.Of(asset.Id), null) { Step = step });
            return;
        }

        if (onTimeline && !clause.Has(Sense.FadeInWord, Sense.FadeOutWord) && LevelReading.Level(clause) is { } level)
        {
            wishes.Add(new SetClipVolume(ShotReference.Of(asset.Id), level));
            return;
        }

        var otherMusic = wishes.Operations.OfType<EditMusic>().Any(music => music.Media != asset.Id) || (wishes.HasMusic && !onTimeline);
        var isShort = asset.Duration > TimeSpan.Zero && asset.Duration <= s_longestEffect && !clause.Has(Sense.Music, Sense.Loop, Sense.Whole);
        if (clause.Has(Sense.Effect) || isShort || (otherMusic && !clause.Has(Sense.Music, Sense.Replace, Sense.Instead)))
        {
            clause.TakeAll(Sense.Effect);
            wishes.Add(new AddSound(SoundRole.Effect, asset.Id, null, SoundPlace.StartOf(clause) ?? SoundPlace.WithText(clause, wishes) ?? TimeSpan.Zero, LevelReading.Level(clause) ?? 1) { During = SoundPlace.Shot(clause, wishes) });
            return;
        }

        wishes.Add(MusicReading.Take(clause, wishes, asset.Id));
    }
}
