using System.Text;
using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Music: what it is like, how loud, when, and how it comes and goes.</summary>
internal static class MusicReading
{
    public static EditMusic Take(Clause clause, Wishes wishes, string? media)
    {
        var ownWords = OwnWords(clause);
        var said = clause.TakeAll(Sense.Mood, Sense.MusicStyle);
        var words = said.Select(term => term.Value).Distinct().ToList();
        var (fadeIn, fadeOut) = FadeReading.Take(clause);
        var step = LevelReading.Step(clause);
        var isShare = clause.Has(Sense.Half, Sense.Twice);
        var factor = step is null ? LevelReading.Factor(clause) : null;
        var volume = LevelReading.Level(clause);
        if (isShare && factor is <= 1 && !wishes.HasMusic)
        {
            // Of music that does not play yet, half is half of the full loudness.
            (volume, factor) = (factor, null);
        }

        if (factor < 1 && !isShare && !wishes.HasMusic)
        {
            // "quiet", of music that does not play yet, is how it lies under everything.
            (volume, factor) = (LevelReading.Low, null);
        }

        if (media is null && words.Count > 0 && (factor is not null || step is not null || volume is not null) && IsWhatPlays(words, clause, wishes))
        {
            // "the piano louder": only which music is meant.
            words.Clear();
        }

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

        if (media is not null && volume is null && factor is null && said.Any(term => term.Value == "calm"))
        {
            volume = LevelReading.Low;
        }

        if (media is null && wishes.UnusedSounds().FirstOrDefault(asset => SoundNames.IsSong(asset) && said.Any(term => IsCalled(asset, term.Text))) is { } called)
        {
            return Take(clause, wishes, called.Id) with { Volume = volume, VolumeFactor = factor, VolumeStep = step, FadeIn = fadeIn, FadeOut = fadeOut };
        }

        if (media is null && words.Count > 0 && wishes.UnusedSounds().FirstOrDefault(SoundNames.IsSong) is { } unused)
        {
            wishes.Note($"{unused.Name} is uploaded and nothing uses it yet; say \"use {unused.Name} as music\" to play that instead.");
        }

        var from = SoundPlace.OffsetOf(clause);
        var head = clause.Has(Sense.Title, Sense.Cut) ? null : clause.Take(Sense.Head);
        return new EditMusic
        {
            Media = media,
            Mood = words.Count == 0 || media is not null ? null : string.Join(' ', words),
            Said = ownWords,
            VolumeFactor = factor,
            VolumeStep = step,
            During = media is null && words.Count == 0 ? null : SoundPlace.Shot(clause, wishes),
            Volume = volume,
            From = from,
            Start = SoundPlace.StartOf(clause),
            End = head?.Time,
            FadeIn = fadeIn,
            FadeOut = fadeOut,
            ChangeOnly = media is null && words.Count == 0 && (factor is not null || step is not null || fadeIn is not null || fadeOut is not null || volume is not null || clause.Has(Sense.Quieter, Sense.Louder))
                && !clause.Has(Sense.Add, Sense.With, Sense.Create),
        };
    }

    /// <summary>"поставь гитару", with гитара.mp3 among the files: the same word but for its ending.</summary>
    private static bool IsCalled(Asset asset, string word)
    {
        const int ShortestName = 4;
        const int LongestEnding = 2;
        var stem = Path.GetFileNameWithoutExtension(asset.Name);
        return stem.Split(['_', '-', ' ', '.', '(', ')']).Append(stem).Any(part =>
        {
            var shared = part.Zip(word).TakeWhile(pair => char.ToLowerInvariant(pair.First) == char.ToLowerInvariant(pair.Second)).Count();
            return shared >= ShortestName && Math.Max(part.Length, word.Length) - shared <= LongestEnding;
        });
    }

    private static bool IsWhatPlays(List<string> words, Clause clause, Wishes wishes) => !clause.Has(Sense.Add, Sense.Create, Sense.Replace, Sense.Instead, Sense.Swap, Sense.With)
        && wishes.Input.Current?.Sounds(SoundRole.Music) is [.., { Mood: { } mood }] && words.TrueForAll(word => mood.Split(' ').Contains(word));

    /// <summary>What the music was called where our word for it is another, the unknown words beside it too: disco, 轻快的口琴.</summary>
    private static string? OwnWords(Clause clause)
    {
        var words = clause.Open.Where(index => IsOfMusic(clause.SenseAt(index))
            || (clause.SenseAt(index) == Sense.Word && (clause.Terms[index].Text.Length > 3 || !System.Text.Ascii.IsValid(clause.Terms[index].Text)) && (IsOfMusic(clause.SenseAt(index - 1)) || IsOfMusic(clause.SenseAt(index + 1)) || clause.SenseAt(index + 1) == Sense.Music)))
            .Select(index => clause.Terms[index].Text).ToList();
        var isOther = clause.Open.Any(index => IsOfMusic(clause.SenseAt(index)) && !clause.Terms[index].Text.Equals(clause.Terms[index].Value, StringComparison.OrdinalIgnoreCase));
        return isOther || words.Exists(word => !Ascii.IsValid(word)) ? string.Join(' ', words) : null;

        static bool IsOfMusic(Sense? sense) => sense is Sense.Mood or Sense.MusicStyle;
    }

    /// <summary>"elegant music", "some harmonica music": the word in front says how it is, known or not.</summary>
    private static string? UnknownStyle(Clause clause)
    {
        var music = clause.IndexOf(Sense.Music);
        var known = clause.Has(Sense.Add, Sense.With, Sense.Create, Sense.Put, Sense.Replace, Sense.Make) || clause.Terms.Count(term => term.Sense is not Sense.Mark) <= 3;
        if (!known || music < 0)
        {
            return null;
        }

        var beside = Names(clause, music - 1) ? music - 1 : clause.Terms[music].Text is [.., var last] && !IsEnglish(clause.Terms[music].Text) && !Scripts.IsRunning(last) && Names(clause, music + 1) ? music + 1 : -1;
        return beside < 0 ? null : clause.TakeAt(beside).Text.ToLowerInvariant();

        static bool Names(Clause clause, int index) => clause.SenseAt(index) == Sense.Word && clause.Open.Contains(index) && clause.Terms[index].Text is { Length: > 0 } word && char.IsLetter(word[0])
            && word.Length > (Scripts.IsRunning(word[0]) ? 0 : 3);

        static bool IsEnglish(string word) => word.ToLowerInvariant() is "music" or "song" or "soundtrack" or "track" or "tune" or "score" or "beat";
    }

    /// <summary>"half as loud", "fade it out": no music is named, but music was the topic or nothing else can be meant.</summary>
    public static bool GoesOn(Clause clause, Wishes wishes)
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

    /// <summary>"my boss hates the music": music that is there, and nothing that is to be done with it.</summary>
    public static bool IsOnlyMentioned(Clause clause, Wishes wishes) => wishes.HasMusic
        && clause.Terms.All(term => term.Sense is Sense.Music or Sense.Word or Sense.Mark or Sense.But or Sense.And or Sense.It or Sense.Then or Sense.All or Sense.Both);

    /// <summary>"bring the music back"</summary>
    public static bool Returns(Clause clause) => clause.Has(Sense.Music) && !clause.Has(Sense.Mood, Sense.MusicStyle, Sense.Percent)
        && (clause.Has(Sense.Restore) || (clause.Has(Sense.Put, Sense.Add, Sense.Make, Sense.Create)
            && clause.OpenOf(Sense.End).Any(row => row.Term.Text.Equals("back", StringComparison.OrdinalIgnoreCase))));
}
