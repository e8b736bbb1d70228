using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>How fast, in the words of a clause: a factor, a share, slow motion, or the length that a clip is to fill.</summary>
internal static class SpeedReading
{
    public const double SlowMotion = 0.5;
    private const double ABitFaster = 1.5;
    private const double ABitSlower = 0.75;

    public static (double Value, bool Relative)? Speed(Clause clause)
    {
        if (clause.Has(Sense.NormalSpeed))
        {
            return (1, false);
        }

        var slower = clause.Has(Sense.Slower);
        var speaks = slower || clause.Has(Sense.Faster, Sense.Speed);
        if (clause.Peek(Sense.Factor) is { Number: > 0 } factor && !clause.Has(Sense.Title, Sense.Loop, Sense.Duplicate))
        {
            return (slower && factor.Number > 1 ? 1 / factor.Number : factor.Number, false);
        }

        if (!speaks || clause.Has(Sense.AdjustNoun, Sense.Transition))
        {
            return null;
        }

        if (clause.Peek(Sense.Percent) is { Number: > 0 } percent)
        {
            var share = percent.Number / 100;
            return clause.Has(Sense.By) || (clause.Has(Sense.Faster, Sense.Slower) && !clause.Has(Sense.To))
                ? (slower ? 1 - Math.Min(0.9, share) : 1 + share, true)
                : (share, false);
        }

        if (clause.Has(Sense.Half))
        {
            return (SlowMotion, false);
        }

        if (clause.Peek(Sense.Twice) is { } twice)
        {
            return (slower ? 1 / twice.Number : twice.Number, false);
        }

        if (clause.Peek(Sense.Times) is { } times)
        {
            _ = clause.Take(Sense.Times);
            return (slower ? 1 / times.Number : times.Number, false);
        }

        if (clause.Peek(Sense.Number) is { Number: > 0 and < 1 } fraction)
        {
            return (fraction.Number, false);
        }

        if (slower)
        {
            var slow = clause.Peek(Sense.Slower)!;
            return slow.Number > 0 ? (slow.Number, false) : slow.Text.Contains("mo", StringComparison.OrdinalIgnoreCase) ? (SlowMotion, false) : (ABitSlower, true);
        }

        return clause.Peek(Sense.Faster) is { } fast ? fast.Number > 0 ? (fast.Number, false) : (ABitFaster, true) : null;
    }

    /// <summary>"speed it up so that it lasts 20 seconds": the length says how fast.</summary>
    public static bool ToLength(Clause clause, Wishes wishes)
    {
        var at = clause.IndexOf(Sense.Length);
        var adapts = clause.Has(Sense.Faster, Sense.Slower) || (clause.Has(Sense.Speed) && clause.Has(Sense.Make) && !clause.Has(Sense.Each, Sense.Number));
        if (at < 0 || !adapts
            || clause.Has(Sense.Factor, Sense.Percent, Sense.Half, Sense.Twice, Sense.Times, Sense.Head, Sense.Tail, Sense.Stretch)
            || (clause.Has(Sense.Lengthen) && clause.Has(Sense.Media, Sense.ShotPlace))
            || (clause.Terms[at].Value != Measures.Lasting && clause.SenseAt(at - 1) is not (Sense.For or Sense.To or Sense.Whole or Sense.Video or Sense.Lengthen or Sense.Make) && !SaysHowFast(clause, at)))
        {
            return false;
        }

        var length = clause.TakeAt(at).Time;
        clause.TakeAll(Sense.Faster, Sense.Slower, Sense.Speed, Sense.For, Sense.To, Sense.Make, Sense.It, Sense.Video, Sense.Clip, Sense.Whole);
        var shots = wishes.TakeShots(clause);
        if (shots.Count == 0 && !clause.Has(Sense.All, Sense.Each) && SpeedRecogniser.Blamed(wishes) is { } blamed)
        {
            shots = [blamed];
        }

        foreach (var shot in shots.Count == 0 ? [ShotReference.All] : shots)
        {
            wishes.Add(new SpeedToLength(shot, length));
        }

        wishes.Topic = Sense.Speed;
        return true;
    }

    /// <summary>"speed it up so it's about 10 seconds": right behind the verb, and no part of the clip.</summary>
    private static bool SaysHowFast(Clause clause, int length) => clause.IndexOf(Sense.Faster, Sense.Slower) is >= 0 and var verb && verb < length
        && clause.Terms.Skip(verb + 1).Take(length - verb - 1).All(term => term.Sense is Sense.It or Sense.Word or Sense.Media or Sense.ShotPlace or Sense.Clip or Sense.Make or Sense.To or Sense.For)
        && !clause.Has(Sense.By, Sense.More, Sense.Less, Sense.Before, Sense.After, Sense.From, Sense.Start, Sense.End);
}
