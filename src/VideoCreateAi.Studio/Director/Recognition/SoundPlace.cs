using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>When a sound begins, and whether the picture follows it.</summary>
internal static class SoundPlace
{
    /// <summary>"when the second clip begins", "only under the beach": the shot that a sound begins with, or that it stays under.</summary>
    public static SoundUnder? Shot(Clause clause, Wishes wishes)
    {
        var named = clause.Open.Where(index => clause.Terms[index].Sense == Sense.ShotPlace || wishes.IsPicture(clause.Terms[index])).ToList();
        if (named.Count != 1 || !clause.Has(Sense.Start, Sense.From, Sense.StartWith, Sense.At, Sense.After, Sense.Over, Sense.For, Sense.Keep))
        {
            return null;
        }

        var shot = clause.TakeAt(named[0]);
        var begins = clause.Has(Sense.Start, Sense.From, Sense.StartWith, Sense.At, Sense.After);
        var isBehind = clause.Has(Sense.After) && !clause.Has(Sense.Start);
        clause.TakeAll(Sense.Start, Sense.From, Sense.StartWith, Sense.At, Sense.After, Sense.Over, Sense.For, Sense.Keep);
        return new SoundUnder(wishes.Place(shot), !begins, isBehind);
    }

    /// <summary>"from 0:20 into the track": what of the sound lies before is not heard.</summary>
    public static TimeSpan? OffsetOf(Clause clause)
    {
        foreach (var index in clause.Open.ToList())
        {
            if (clause.Terms[index].Sense is Sense.Moment or Sense.Length && clause.SenseAt(index - 1) is Sense.At or Sense.From or Sense.Start or Sense.It
                && (clause.SenseAt(index + 1) == Sense.Music || (clause.SenseAt(index + 1) is Sense.To or Sense.From or Sense.Word or Sense.At && clause.SenseAt(index + 2) is Sense.Music or Sense.It && clause.Open.Contains(index + 1))))
            {
                return clause.TakeAt(index).Time;
            }
        }

        return null;
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

    /// <summary>"when INSANE shows up", "when the title appears": when that text comes.</summary>
    public static TimeSpan? WithText(Clause clause, Wishes wishes)
    {
        var texts = wishes.Input.Current?.Texts(Timeline.TextRole.Title) ?? [];
        var said = clause.Terms.Where(term => term.Sense is Sense.Word or Sense.Quote).Select(term => term.Text.Length > 0 && term.Sense == Sense.Word ? term.Text : term.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = texts.FirstOrDefault(text => said.Contains(text.Text) || text.Text.Split(' ').All(said.Contains));
        return named?.Range.Start ?? (clause.Has(Sense.Title) && texts is [var only] ? only.Range.Start : null);
    }

    /// <summary>"the slideshow ends when the song ends": it is the picture that follows.</summary>
    public static bool EndsWithSound(Clause clause, Wishes wishes)
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

    public static bool MatchesPicture(Clause clause) =>
        clause.Has(Sense.Lengthen, Sense.Even, Sense.Join) || (clause.Has(Sense.As) && clause.Has(Sense.For));
}
