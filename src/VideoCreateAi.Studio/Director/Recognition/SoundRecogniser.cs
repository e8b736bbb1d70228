using System.Text;
using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Music, sound files and the clips' own sound.</summary>
internal static class SoundRecogniser
{
    public static void Read(Clause clause, Wishes wishes)
    {
        var files = clause.OpenOf(Sense.Media).Where(row => wishes.IsSound(row.Term)).Select(row => row.Index).ToList();
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
        if (EndsWithSound(clause, wishes) || KeepsOneSound(clause, wishes) || ClipSound(clause, wishes))
        {
            return;
        }

        var sounds = clause.OpenOf(Sense.Media).Where(row => wishes.IsSound(row.Term)).ToList();
        if (Returns(clause))
        {
            clause.TakeAll(Sense.Music, Sense.Restore, Sense.Put, Sense.Add, Sense.Make, Sense.Create, Sense.End, Sense.Unmute);
            wishes.Add(new RestoreMusic());
            wishes.Topic = Sense.Music;
            return;
        }

        var speaksOfMusic = clause.Has(Sense.Music, Sense.MusicStyle);
        if (sounds.Count == 0 && !speaksOfMusic && !GoesOnAboutMusic(clause, wishes))
        {
            return;
        }

        var isOff = clause.Peek(Sense.Off) is { } off && off.Text.Equals("off", StringComparison.OrdinalIgnoreCase);
        if ((isOff || clause.Does(Sense.Remove, Sense.No, Sense.Without, Sense.Mute, Sense.Mistake, Sense.Undo)) && !clause.Has(Sense.Percent))
        {
            clause.TakeAll(Sense.Remove, Sense.No, Sense.Without, Sense.Mute, Sense.Music, Sense.MusicStyle, Sense.Mood, Sense.Mistake, Sense.Undo, Sense.Off);
            var media = sounds.Count > 0 ? clause.TakeAt(sounds[0].Index).Value : null;
            wishes.Add(new RemoveSound(SoundRole.Music, media));
            wishes.Topic = Sense.Music;
            return;
        }

        if (sounds.Count == 0 && IsOnlyMentioned(clause, wishes))
        {
            return;
        }

        if (sounds.Count > 0 && MatchesPicture(clause))
        {
            wishes.Add(new MatchSound(sounds[0].Term.Value));
        }

        if (sounds.Count == 0)
        {
            wishes.Add(Music(clause, wishes, null));
        }

        foreach (var (index, term) in sounds)
        {
            clause.TakeAt(index);
            Sound(clause, wishes, term);
        }

        clause.TakeAll(Sense.Music, Sense.MusicStyle, Sense.Add, Sense.Start, Sense.Even, Sense.Lengthen, Sense.Make, Sense.Louder, Sense.Quieter, Sense.Put);
        wishes.Topic = Sense.Music;
    }

    private static void Sound(Clause clause, Wishes wishes, Term term)
    {
        var asset = wishes.Asset(term);
        if (clause.Has(Sense.Voiceover) || (!clause.Has(Sense.Music) && SoundNames.IsSpoken(asset.Name)))
        {
            clause.TakeAll(Sense.Voiceover);
            wishes.Add(new AddSound(SoundRole.Voiceover, asset.Id, null, StartOf(clause) ?? TimeSpan.Zero, Level(clause) ?? 1));
            return;
        }

        var onTimeline = wishes.Input.Current?.SoundTracks.Any(track => track.Segments.Any(segment => segment.Source == asset.Id)) == true;
        if (onTimeline && Level(clause) is { } level)
        {
            wishes.Add(new SetClipVolume(ShotReference.Of(asset.Id), level));
            return;
        }

        var otherMusic = wishes.Operations.OfType<EditMusic>().Any(music => music.Media != asset.Id) || (wishes.HasMusic && !onTimeline);
        if (clause.Has(Sense.Effect) || (otherMusic && !clause.Has(Sense.Music, Sense.Replace)))
        {
            clause.TakeAll(Sense.Effect);
            wishes.Add(new AddSound(SoundRole.Effect, asset.Id, null, StartOf(clause) ?? TimeSpan.Zero, Level(clause) ?? 1));
            return;
        }

        wishes.Add(Music(clause, wishes, asset.Id));
    }

    private static EditMusic Music(Clause clause, Wishes wishes, string? media)
    {
        var ownWords = OwnWords(clause);
        var said = clause.TakeAll(Sense.Mood, Sense.MusicStyle);
        var words = said.Select(term => term.Value).Distinct().ToList();
        var (fadeIn, fadeOut) = FadeReading.Take(clause);
        var factor = Factor(clause);
        var volume = Level(clause);
        var slow = clause.Has(Sense.Slower) ? "slow" : clause.Has(Sense.Faster) ? "fast" : null;
        clause.TakeAll(Sense.Slower, Sense.Faster);
        if (slow is not null)
        {
            words.Insert(0, slow);
        }

        if (words.Count == 0 && media is null && UnknownStyle(clause) is { } style)
        {
            words.Add(style);
        }

        if (media is null && words.Count > 0 && wishes.UnusedSounds().FirstOrDefault(asset => !SoundNames.IsSpoken(asset.Name)) is { } unused)
        {
            wishes.Note($"{unused.Name} is uploaded and nothing uses it yet; say \"use {unused.Name} as music\" to play that instead.");
        }

        var head = clause.Has(Sense.Title, Sense.Cut) ? null : clause.Take(Sense.Head);
        return new EditMusic
        {
            Media = media,
            Mood = words.Count == 0 || media is not null ? null : string.Join(' ', words),
            Said = ownWords,
            VolumeFactor = factor,
            Volume = volume,
            Start = StartOf(clause),
            End = head?.Time,
            FadeIn = fadeIn,
            FadeOut = fadeOut,
            ChangeOnly = media is null && words.Count == 0 && (factor is not null || fadeIn is not null || fadeOut is not null || clause.Has(Sense.Quieter, Sense.Louder))
                && !clause.Has(Sense.Add, Sense.With, Sense.Create),
        };
    }

    /// <summary>What the music was called in another language than English, the unknown words beside it too: 轻快的口琴.</summary>
    private static string? OwnWords(Clause clause)
    {
        var words = clause.Open.Where(index => IsOfMusic(clause.SenseAt(index))
            || (clause.SenseAt(index) == Sense.Word && (IsOfMusic(clause.SenseAt(index - 1)) || IsOfMusic(clause.SenseAt(index + 1)) || clause.SenseAt(index + 1) == Sense.Music)))
            .Select(index => clause.Terms[index].Text).ToList();
        return words.Exists(word => !Ascii.IsValid(word)) ? string.Join(' ', words) : null;

        static bool IsOfMusic(Sense? sense) => sense is Sense.Mood or Sense.MusicStyle;
    }

    /// <summary>"elegant music", "some harmonica music": the word in front says how it is, known or not.</summary>
    private static string? UnknownStyle(Clause clause)
    {
        var music = clause.IndexOf(Sense.Music);
        var known = clause.Has(Sense.Add, Sense.With, Sense.Create, Sense.Put) || clause.Terms.Count(term => term.Sense is not Sense.Mark) <= 3;
        return known && music > 0 && clause.Terms[music - 1] is { Sense: Sense.Word, Text.Length: > 3 } word && char.IsLetter(word.Text[0]) && clause.Open.Contains(music - 1)
            ? clause.TakeAt(music - 1).Text.ToLowerInvariant()
            : null;
    }

    /// <summary>"half as loud", "fade it out": no music is named, but music was the topic or nothing else can be meant.</summary>
    private static bool GoesOnAboutMusic(Clause clause, Wishes wishes)
    {
        if (clause.Has(Sense.Colour))
        {
            return false;
        }

        var isAboutLoudness = clause.Has(Sense.Volume, Sense.Louder, Sense.Quieter) && !clause.Has(Sense.AdjustNoun, Sense.Opacity, Sense.Speed, Sense.Colour, Sense.Transition);
        var hasLevel = clause.Has(Sense.Percent, Sense.Half, Sense.Twice);
        var goesOn = wishes.Topic == Sense.Music && !clause.Has(Sense.FromBlack, Sense.ToBlack, Sense.Opacity, Sense.Speed, Sense.Video, Sense.Still, Sense.Clip)
            && (clause.Has(Sense.FadeInWord, Sense.FadeOutWord) || (clause.Has(Sense.Mood) && !clause.Has(Sense.Filter)) || (clause.Has(Sense.Percent) && !clause.Has(Sense.Faster, Sense.Slower)));
        return wishes.HasMusic && (goesOn || (isAboutLoudness && (hasLevel || clause.Has(Sense.Louder, Sense.Quieter))));
    }

    /// <summary>"keep the sound of c only": the others are muted, and no shot is taken out.</summary>
    private static bool KeepsOneSound(Clause clause, Wishes wishes)
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

    private static bool ClipSound(Clause clause, Wishes wishes)
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

        var factor = Factor(clause);
        double? volume = silences ? 0 : Level(clause) ?? (clause.Has(Sense.Unmute) ? 1 : null);
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

    /// <summary>"my boss hates the music": music that is there, and nothing that is to be done with it.</summary>
    private static bool IsOnlyMentioned(Clause clause, Wishes wishes) => wishes.HasMusic
        && clause.Terms.All(term => term.Sense is Sense.Music or Sense.Word or Sense.Mark or Sense.But or Sense.And or Sense.It or Sense.Then or Sense.All or Sense.Both);

    /// <summary>"bring the music back"</summary>
    private static bool Returns(Clause clause) => clause.Has(Sense.Music) && !clause.Has(Sense.Mood, Sense.MusicStyle, Sense.Percent)
        && (clause.Has(Sense.Restore) || (clause.Has(Sense.Put, Sense.Add, Sense.Make, Sense.Create)
            && clause.OpenOf(Sense.End).Any(row => row.Term.Text.Equals("back", StringComparison.OrdinalIgnoreCase))));

    /// <summary>"the slideshow ends when the song ends": it is the picture that follows.</summary>
    private static bool EndsWithSound(Clause clause, Wishes wishes)
    {
        var follows = clause.Has(Sense.Lengthen, Sense.Even) || clause.OpenOf(Sense.End).Count > 1 || (clause.Has(Sense.End) && clause.Has(Sense.To));
        var picture = clause.IndexOf(Sense.Video, Sense.Slideshow, Sense.Still, Sense.It, Sense.Clip);
        if (!follows || picture < 0 || clause.IndexOf(Sense.Music) < picture
            || clause.Has(Sense.Media, Sense.Length, Sense.FadeOutWord, Sense.Fade, Sense.Remove, Sense.Quote, Sense.Percent))
        {
            return false;
        }

        var song = wishes.Operations.OfType<EditMusic>().Select(music => music.Media).LastOrDefault(media => media is not null)
            ?? wishes.Input.Current?.Sounds(SoundRole.Music).Select(sound => sound.Source).FirstOrDefault(source => source is not null)
            ?? (wishes.UnusedSounds() is [var only] ? only.Id : null);
        if (song is null)
        {
            return false;
        }

        clause.TakeEverything();
        wishes.Add(new MatchSound(song));
        return true;
    }

    private static bool MatchesPicture(Clause clause) =>
        clause.Has(Sense.Lengthen, Sense.Even, Sense.Join) || (clause.Has(Sense.As) && clause.Has(Sense.For));

    private static double? Level(Clause clause) => clause.Has(Sense.Opacity, Sense.Speed) ? null : (clause.Take(Sense.Percent) ?? BareLevel(clause))?.Number / 100;

    /// <summary>"turn the song up to 70"</summary>
    private static Term? BareLevel(Clause clause) => IsBareLevel(clause) ? clause.Take(Sense.Number) : null;

    private static bool IsBareLevel(Clause clause) => clause.IndexOf(Sense.Number) is > 0 and var at && clause.SenseAt(at - 1) is Sense.To or Sense.At
        && clause.Has(Sense.Louder, Sense.Quieter, Sense.Volume) && clause.Terms[clause.IndexOf(Sense.Number)].Number is >= 3 and <= 200;

    /// <summary>"half as loud", "by 20 %", "louder".</summary>
    private static double? Factor(Clause clause)
    {
        var loudness = clause.Has(Sense.Volume, Sense.Louder, Sense.Quieter);
        if (!loudness || clause.Has(Sense.Opacity, Sense.Speed))
        {
            return null;
        }

        if (clause.Has(Sense.Percent) || IsBareLevel(clause))
        {
            // "leave the volume at a 20 %" has no direction.
            if (!clause.Has(Sense.By) || !clause.Has(Sense.Percent) || !clause.Has(Sense.Quieter, Sense.Louder))
            {
                return null;
            }

            var share = clause.Take(Sense.Percent)!.Number / 100;
            return clause.Has(Sense.Quieter) ? 1 - share : 1 + share;
        }

        return clause.Take(Sense.Half) is not null ? 0.5
            : clause.Take(Sense.Twice) is { } twice ? twice.Number
            : clause.Has(Sense.Quieter) ? 0.6
            : clause.Has(Sense.Louder) ? 1.5
            : null;
    }

    /// <summary>When a sound shall begin.</summary>
    public static TimeSpan? StartOf(Clause clause)
    {
        foreach (var index in clause.Open.ToList())
        {
            var isLater = clause.SenseAt(index - 1) is Sense.At or Sense.From or Sense.After or Sense.Start || clause.Has(Sense.Start);
            if (isLater && clause.Terms[index].Sense is Sense.Moment or Sense.Length && clause.SenseAt(index - 1) is not (Sense.For or Sense.Over))
            {
                return clause.TakeAt(index).Time;
            }
        }

        return null;
    }
}
