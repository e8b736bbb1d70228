using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>How loud: a share, a factor, louder and quieter.</summary>
internal static class LevelReading
{
    /// <summary>The value of a share of what there is, and not of the full loudness, and of points up or down.</summary>
    public const string Points = "points";

    public const string Part = "part";

    public const string Now = "now";

    /// <summary>The value of a word that says how loud something is, and not that it changes: "low", "leise".</summary>
    public const string State = "state";

    /// <summary>How loud "quiet" is.</summary>
    public const double Low = 0.2;

    /// <summary>"20 points lower"</summary>
    public static double? Step(Clause clause) => clause.Peek(Sense.Percent) is { Value: Points } && clause.Has(Sense.Louder, Sense.Quieter, Sense.More, Sense.Less)
        ? clause.Take(Sense.Percent)!.Number / 100 * (clause.Has(Sense.Quieter, Sense.Less) ? -1 : 1)
        : null;

    public static double? Level(Clause clause) => clause.Has(Sense.Opacity, Sense.Speed) || clause.Peek(Sense.Percent) is { Value: Points } ? null : (clause.Take(Sense.Percent) ?? BareLevel(clause))?.Number / 100 ?? Stays(clause);

    private static double? Stays(Clause clause)
    {
        if (clause.Peek(Sense.Quieter) is not { Value: State })
        {
            return null;
        }

        clause.TakeAll(Sense.Quieter, Sense.Keep, Sense.Volume);
        return Low;
    }

    /// <summary>"turn the song up to 70"</summary>
    private static Term? BareLevel(Clause clause) => IsBareLevel(clause) ? clause.Take(Sense.Number) : null;

    private static bool IsBareLevel(Clause clause) => clause.IndexOf(Sense.Number) is > 0 and var at && clause.SenseAt(at - 1) is Sense.To or Sense.At
        && clause.Has(Sense.Louder, Sense.Quieter, Sense.Volume) && clause.Terms[clause.IndexOf(Sense.Number)].Number is >= 3 and <= 200;

    /// <summary>"half as loud", "by 20 %", "louder".</summary>
    public static double? Factor(Clause clause)
    {
        var loudness = clause.Has(Sense.Volume, Sense.Louder, Sense.Quieter) && clause.Peek(Sense.Quieter) is not { Value: State };
        if (!loudness || clause.Has(Sense.Opacity, Sense.Speed))
        {
            return null;
        }

        if (clause.Peek(Sense.Percent) is { Value: Part } && clause.Terms.Any(term => term is { Sense: Sense.As, Value: Now }))
        {
            return clause.Take(Sense.Percent)!.Number / 100;
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
}
