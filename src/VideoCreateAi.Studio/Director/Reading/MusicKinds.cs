namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"something soft and classy for music": what the music is like, in several words that "and" joins.</summary>
internal static class MusicKinds
{
    private const int MostWords = 4;

    public static List<Term> Joined(IReadOnlyList<Term> read)
    {
        var terms = read.ToList();
        for (var at = 1; at + 1 < terms.Count; at++)
        {
            if (terms[at].Sense == Sense.And && terms[at - 1].Sense is Sense.Mood or Sense.MusicStyle && LeadsToMusic(terms, at + 1))
            {
                terms.RemoveAt(at);
            }
        }

        return terms;
    }

    private static bool LeadsToMusic(List<Term> terms, int from)
    {
        for (var at = from; at < Math.Min(terms.Count, from + MostWords); at++)
        {
            if (terms[at].Sense == Sense.Music)
            {
                return true;
            }

            if (terms[at].Sense is not (Sense.Word or Sense.Mood or Sense.MusicStyle or Sense.For or Sense.As or Sense.And))
            {
                return false;
            }
        }

        return false;
    }
}
