namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"not yellow, white": what is denied in front of its like is only the other half of the wish.</summary>
internal static class Contrast
{
    public static IReadOnlyList<Term> Settled(IReadOnlyList<Term> terms)
    {
        var result = terms.ToList();
        for (var not = 0; not + 2 < result.Count; not++)
        {
            if (result[not].Sense != Sense.Not || !IsQuality(result[not + 1].Sense))
            {
                continue;
            }

            var next = not + 2;
            while (next < result.Count && result[next] is { Sense: Sense.But or Sense.Instead or Sense.And } or { Sense: Sense.Mark, Value: "," or "-" })
            {
                next++;
            }

            if (next > not + 2 && next < result.Count && result[next].Sense == result[not + 1].Sense && result[next].Value != result[not + 1].Value)
            {
                result.RemoveRange(not, next - not);
            }
        }

        return result;
    }

    private static bool IsQuality(Sense sense) => sense is Sense.Canvas or Sense.Filter or Sense.Mood or Sense.MusicStyle or Sense.TransitionKind or Sense.Position
        or Sense.TextColour or Sense.Motion or Sense.Fit or Sense.Length or Sense.Percent or Sense.Animation or Sense.Resolution;
}
