using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>"the food looks grey", "the black bars look grim", "slow motion looks bad with the facecam": how a thing is, and no wish that it were so.</summary>
internal static class Complaints
{
    private static readonly HashSet<string> s_appears = ["looks", "look", "looked", "seems", "seem", "feels", "feel", "is", "are", "was", "were", "isn't", "aren't"];

    private static readonly HashSet<string> s_wishes = ["want", "like", "love", "need", "would", "could", "should", "can", "i'd", "prefer", "rather"];

    public static void Ignore(Clause clause)
    {
        if (clause.Inherited is not null || clause.Terms.Any(term => (term.Sense.IsAction() && term.Sense is not (Sense.Slower or Sense.Faster or Sense.Mirror or Sense.Backwards)) || term.Sense is Sense.To or Sense.Instead or Sense.Quote
            || s_wishes.Contains(term.Text.ToLowerInvariant())))
        {
            return;
        }

        var verb = Enumerable.Range(0, clause.Terms.Count).FirstOrDefault(index => s_appears.Contains(clause.Terms[index].Text.ToLowerInvariant()) && clause.Terms[index].Sense is Sense.Word or Sense.Colour or Sense.Question, -1);
        var isThird = verb >= 0 && clause.Terms[verb].Text.EndsWith("ks", StringComparison.OrdinalIgnoreCase) && clause.SenseAt(verb + 1) == Sense.Filter;
        if (!isThird && (verb < 1 || !clause.Terms.Take(verb).Any(term => term.Sense is not (Sense.Mark or Sense.And or Sense.But or Sense.Then))))
        {
            return;
        }

        var isBlamed = clause.Terms.Skip(verb + 1).Any(term => term.Sense is Sense.Word or Sense.Filter or Sense.Mistake);
        foreach (var index in clause.Open.ToList())
        {
            var sense = clause.Terms[index].Sense;
            var isState = index > verb && sense is Sense.Filter or Sense.Mood or Sense.MusicStyle or Sense.Fit;
            var isThing = index < verb && isBlamed && sense is Sense.Fit or Sense.Slower or Sense.Faster or Sense.Filter or Sense.Motion or Sense.Mirror or Sense.Backwards or Sense.TransitionKind or Sense.PictureInPicture;
            if (isState || isThing || (isBlamed && index > verb && sense == Sense.PictureInPicture))
            {
                clause.TakeAt(index);
            }
        }
    }
}
