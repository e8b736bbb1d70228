namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Composes background music. The same request gives the same score, on every machine.</summary>
internal static class MusicComposer
{
    /// <summary>Part of every cache key: a composer that composes otherwise is another composer.</summary>
    public const int Version = 2;

    /// <summary>As long as the longest video.</summary>
    public static readonly TimeSpan LongestPiece = TimeSpan.FromHours(3);

    private static readonly TimeSpan s_shortestPiece = TimeSpan.FromMilliseconds(500);

    // Keys that sit well on the instruments; the seed picks one.
    private static readonly int[] s_tonics = [0, 2, 4, 5, 7, 9, 10];

    public static Score Compose(MusicRequest request)
    {
        var style = MoodWords.StyleFor(request.Mood);
        var chance = new SeededRandom(request.Seed, "piece");
        var duration = Clamp(request.Duration);
        var key = new Key(chance.Pick(s_tonics), style.IsMinor);
        var wanted = Math.Clamp(request.Tempo ?? (style.Tempo * (1 + (chance.Spread() * 0.02))), 40, 220);
        var fit = LengthFit.For(duration, wanted, style.SlowsDown, isExact: request.Tempo is not null);

        var sections = SongForm.Plan(fit.Bars);
        var tempi = Tempi(fit, style.SlowsDown);
        double finalBeat = fit.Bars * 4;
        var score = new Score
        {
            Style = style.Name, Key = key, Tempi = tempi, FinalBeat = finalBeat, Duration = duration, Sections = sections, Parts = [],
        };
        var ringBeats = (duration.TotalSeconds - score.SecondsAt(finalBeat)) * tempi[^1].BeatsPerMinute / 60;
        var piece = new Arrangement
        {
            Style = style,
            Key = key,
            Seed = request.Seed,
            Sections = sections,
            Harmony = HarmonyWriter.Write(style, key, request.Seed, sections, ringBeats),
        };
        return score with { Parts = Parts(piece, fit.Tempo) };
    }

    /// <summary>The length that is composed for an asked one.</summary>
    public static TimeSpan Clamp(TimeSpan duration) =>
        TimeSpan.FromTicks(Math.Clamp(duration.Ticks, s_shortestPiece.Ticks, LongestPiece.Ticks));

    private static List<TempoStep> Tempi(LengthFit fit, bool slowsDown)
    {
        List<TempoStep> tempi = [new(0, fit.Tempo)];
        if (!slowsDown || fit.Bars == 0)
        {
            return tempi;
        }

        var lastBar = (fit.Bars - 1) * 4;
        for (var i = 0; i < LengthFit.Ritardando.Length; i++)
        {
            var step = new TempoStep(lastBar + i, fit.Tempo * LengthFit.Ritardando[i]);
            if (step.Beat == 0)
            {
                tempi[0] = step;
            }
            else
            {
                tempi.Add(step);
            }
        }

        return tempi;
    }

    private static List<Part> Parts(Arrangement piece, double tempo)
    {
        var parts = new List<Part>();
        for (var i = 0; i < piece.Style.Parts.Length; i++)
        {
            var plan = piece.Style.Parts[i];
            var purpose = $"{plan.Kind}{i}";
            var written = plan.Kind switch
            {
                PartKind.Pad => ChordPartWriter.WritePad(piece, plan),
                PartKind.Counter => ChordPartWriter.WriteCounter(piece, plan),
                PartKind.Comp => ChordPartWriter.WriteComp(piece, plan, purpose),
                PartKind.Bass => BassWriter.Write(piece, plan, purpose),
                _ => MelodyWriter.Write(piece, plan, purpose),
            };
            parts.Add(new Part
            {
                Kind = plan.Kind,
                Program = piece.Chance(purpose + "instrument").Pick(plan.Programs),
                Level = plan.Level,
                Pan = plan.Pan,
                Reverb = plan.Reverb,
                Chorus = plan.Chorus,
                Notes = Performance.Play(written, piece, plan.Kind, tempo, purpose + "hand"),
                Expression = plan.Kind is PartKind.Pad or PartKind.Counter ? Swell(piece) : [],
            });
        }

        if (piece.Style.Beats.Length > 0)
        {
            parts.Add(new Part
            {
                Kind = PartKind.Drums,
                Program = piece.Style.Kit,
                Level = piece.Style.DrumLevel,
                Reverb = 0.2,
                Notes = Performance.Play(DrumWriter.Write(piece), piece, PartKind.Drums, tempo, "drumhand"),
            });
        }

        return parts;
    }

    // Held sounds breathe with the phrases, and die away under the last chord: nothing else would end them.
    private static List<ExpressionPoint> Swell(Arrangement piece)
    {
        var points = new List<ExpressionPoint>();
        foreach (var section in piece.Sections)
        {
            var full = 0.7 + (0.25 * section.Intensity);
            points.Add(new ExpressionPoint(section.Start, full - 0.1));
            points.Add(new ExpressionPoint(section.End - 0.5, full));
        }

        var final = piece.Final;
        points.Add(new ExpressionPoint(final.Beat, 0.9));
        points.Add(new ExpressionPoint(final.Beat + (final.Length * 0.3), 0.75));
        points.Add(new ExpressionPoint(final.Beat + (final.Length * 0.9), 0));
        return points;
    }
}
