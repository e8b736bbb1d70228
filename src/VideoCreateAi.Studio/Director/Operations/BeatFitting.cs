using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Lets cuts fall on the beats of the music that the studio composes: by its tempo where that is enough, and by the
/// lengths of pictures where nobody said how long they are.</summary>
internal static class BeatFitting
{
    private const int BeatsPerBar = 4;

    private const double TempoStep = 0.1;

    // A cut this near to a beat is on it: a frame.
    private static readonly TimeSpan s_onBeat = TimeSpan.FromMilliseconds(34);

    public static void Apply(EditDesk desk)
    {
        if (desk.Input.Tempi is not { } tempi || Music(desk) is not { } music)
        {
            return;
        }

        var band = tempi(music.Mood);
        var tempo = Math.Round(Tempo(Cuts(desk.Timeline), band), 3);
        var timeline = desk.Timeline;
        if (desk.LengthsAreOpen && FurthestFromBeat(Cuts(timeline), tempo) > s_onBeat)
        {
            timeline = Moved(desk, tempo);
        }

        timeline = timeline
            .ChangingSounds(SoundRole.Music, sound => sound.Id == music.Id ? sound with { Tempo = tempo } : sound)
            .ChangingTexts(TextRole.Title, title => desk.OpenTitles.Contains(title.Id) ? Entering(title, tempo) : title);
        var cuts = Cuts(timeline);
        if (cuts.Count > 0 && FurthestFromBeat(cuts, tempo) <= s_onBeat)
        {
            desk.Change(timeline, $"cuts on the beat ({Words.Tempo(tempo)})");
        }
        else
        {
            desk.Amend(timeline);
        }
    }

    /// <summary>The music, when this message brought it or its mood and nobody said how fast it is.</summary>
    private static SoundSegment? Music(EditDesk desk) =>
        desk.Timeline.Sounds(SoundRole.Music) is [{ Source: null, Mood: not null, Tempo: null } music] && music.Range.Start == TimeSpan.Zero
            && desk.Input.Current?.Sounds(SoundRole.Music).Any(before => before.Id == music.Id && before.Mood == music.Mood) != true
            ? music
            : null;

    private static List<double> Cuts(VideoTimeline timeline) => [.. timeline.Shots().Skip(1).Select(shot => shot.SlotRange().Start.TotalSeconds)];

    /// <summary>The tempo whose beats the cuts lie on, or lie nearest to; among equals first the one whose bars they lie on,
    /// then the one in the middle of the band.</summary>
    private static double Tempo(List<double> cuts, TempoBand band)
    {
        var middle = (band.Slowest + band.Fastest) / 2;
        return cuts.Count == 0 ? middle : Candidates(cuts, band).MinBy(Cost);

        double Cost(double tempo)
        {
            var beat = 60 / tempo;
            return cuts.Average(cut => Distance(cut, beat) + (0.02 * Distance(cut, beat * BeatsPerBar / 2)) + (0.02 * Distance(cut, beat * BeatsPerBar)))
                + (0.0004 * Math.Abs(tempo - middle));
        }
    }

    private static IEnumerable<double> Candidates(List<double> cuts, TempoBand band)
    {
        // Pictures of one length: whole numbers of beats in it.
        for (var beats = Math.Ceiling(cuts[0] * band.Slowest / 60); beats > 0 && beats <= cuts[0] * band.Fastest / 60; beats++)
        {
            yield return beats * 60 / cuts[0];
        }

        for (var tempo = band.Slowest; tempo <= band.Fastest; tempo += TempoStep)
        {
            yield return tempo;
        }
    }

    private static TimeSpan FurthestFromBeat(List<double> cuts, double tempo) =>
        TimeSpan.FromSeconds(cuts.Count == 0 ? 0 : cuts.Max(cut => Distance(cut, 60 / tempo)));

    /// <summary>Each still gives or takes up to half a beat, so that it ends on one; clips play as they were recorded.</summary>
    private static VideoTimeline Moved(EditDesk desk, double tempo)
    {
        var beat = 60 / tempo;
        var shots = desk.Timeline.Shots().ToArray();
        double start = 0;
        for (var i = 0; i < shots.Length - 1; i++)
        {
            var end = start + shots[i].Slot().TotalSeconds;
            if (shots[i].IsElastic())
            {
                end = Math.Max(Math.Round(end / beat), Math.Floor(start / beat) + 1) * beat;
                shots[i] = shots[i].WithSlot(WholeMilliseconds.Of(end * 1000) - WholeMilliseconds.Of(start * 1000));
            }

            start = end;
        }

        return desk.Timeline.WithShots(shots);
    }

    /// <summary>A title that may come when it likes comes with a beat, and goes when it would have gone.</summary>
    private static TextSegment Entering(TextSegment title, double tempo)
    {
        var beat = 60 / tempo;
        var start = WholeMilliseconds.Of(Math.Floor((title.Range.Start.TotalSeconds / beat) + 0.01) * beat * 1000);
        return title with { Range = TimeRange.Between(start, title.Range.End) };
    }

    private static double Distance(double time, double beat) => Math.Abs(time - (Math.Round(time / beat) * beat));
}
