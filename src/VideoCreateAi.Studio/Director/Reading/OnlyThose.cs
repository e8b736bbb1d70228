namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>動画の前の写真だけ、ゆっくりズーム: "only" in front of a treatment says what is treated, and takes nothing out.</summary>
internal static class OnlyThose
{
    // The small word itself; "keep only" and its like are verbs.
    private static readonly HashSet<string> s_only = new(StringComparer.OrdinalIgnoreCase)
    {
        "only", "just", "だけ", "のみ", "只", "只有", "仅", "只是", "nur", "seulement", "uniquement", "solo", "sólo", "solamente", "só", "somente", "apenas", "soltanto", "только", "лишь", "sadece", "yalnızca", "chỉ", "hanya", "cuma",
        "केवल", "सिर्फ", "فقط", "tylko", "alleen", "만",
    };

    public static List<Clause> Joined(List<Clause> clauses)
    {
        for (var at = 0; at + 1 < clauses.Count; at++)
        {
            if (NamesOnly(clauses[at].Terms) && Treats(clauses[at + 1].Terms))
            {
                clauses[at] = new Clause([.. clauses[at].Terms.Where(term => term.Sense != Sense.Keep), .. clauses[at + 1].Terms.Where(term => term.Sense != Sense.Mark)]);
                clauses.RemoveAt(at + 1);
            }
        }

        return clauses;
    }

    private static bool NamesOnly(IReadOnlyList<Term> terms) => terms.Any(IsShot) && terms.Any(term => term.Sense == Sense.Keep && s_only.Contains(term.Text.Split(' ')[0]))
        && terms.All(term => IsShot(term) || term.Sense is Sense.Keep or Sense.Mark or Sense.And or Sense.Then or Sense.But or Sense.Still or Sense.Clip or Sense.Shot or Sense.Word or Sense.Before or Sense.After);

    private static bool Treats(IReadOnlyList<Term> terms) => !terms.Any(term => IsShot(term) || term.Sense is Sense.All or Sense.Each or Sense.Video or Sense.Other or Sense.Title or Sense.Music)
        && terms.Any(term => term.Sense is Sense.Motion or Sense.Filter or Sense.NoFilter or Sense.Adjust or Sense.AdjustNoun or Sense.Faster or Sense.Slower or Sense.Factor or Sense.Rotate or Sense.Mirror
            or Sense.Backwards or Sense.Mute or Sense.Louder or Sense.Quieter or Sense.Fit);

    private static bool IsShot(Term term) => term.Sense is Sense.Media or Sense.ShotPlace;
}
