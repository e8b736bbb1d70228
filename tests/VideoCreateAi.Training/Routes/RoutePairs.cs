namespace VideoCreateAi.Training.Routes;

/// <summary>Makes messages of two: what is asked in one breath is asked as much as alone.</summary>
internal static class RoutePairs
{
    private const double Share = 0.25;
    private const int Longest = 80;
    private const int Seed = 2;

    // Between any two requests of the language; the second goes on in lower case.
    private static readonly Dictionary<string, string[]> s_joints = new(StringComparer.Ordinal)
    {
        ["en"] = [", then ", " and ", "; ", ", and then ", ". ", ". Then ", ", and "],
        ["zh"] = ["，", "；", "，然后", "，再", "。"],
        ["es"] = [" y ", "; ", ", luego ", ". "],
        ["fr"] = [" et ", " ; ", ", puis ", ". "],
        ["de"] = [" und ", "; ", ", dann ", ". "],
        ["pt"] = [" e ", "; ", ", depois ", ". "],
        ["it"] = [" e ", "; ", ", poi ", ". "],
        ["nl"] = [" en ", "; ", ", daarna ", ". "],
        ["pl"] = [" i ", "; ", ", potem ", ". "],
        ["tr"] = [" ve ", "; ", ", sonra ", ". "],
        ["id"] = [" dan ", "; ", ", lalu ", ". "],
        ["vi"] = [" và ", "; ", ", rồi ", ". "],
        ["ru"] = [" и ", "; ", ", потом ", ". "],
        ["ja"] = ["、", "。それから、", "。"],
        ["ko"] = [", ", ". 그리고 ", ". "],
        ["ar"] = [" و", "؛ ", " ثم ", ". "],
        ["hi"] = [" और ", "; ", ", फिर ", "। "],
    };

    public static IEnumerable<Example> Of(IEnumerable<RouteExample> examples)
    {
        var random = new Random(Seed);
        foreach (var language in examples.GroupBy(static example => example.Message.Language).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            var single = language.Select(static example => example.Message)
                .Where(static message => message.Text.Length < Longest && !message.Names.Contains(',', StringComparison.Ordinal)).ToList();
            var joints = s_joints[language.Key];
            for (var i = 0; i < single.Count * Share; i++)
            {
                var (first, second) = (single[random.Next(single.Count)], single[random.Next(single.Count)]);
                var labels = first.Names == second.Names ? first.Names : $"{first.Names},{second.Names}";
                var text = first.Text.TrimEnd('.', '!', '。', '।', '！') + joints[random.Next(joints.Length)] + char.ToLowerInvariant(second.Text[0]) + second.Text[1..];
                yield return RouteData.ExampleOf(labels, "pair", language.Key, text).Message;
            }
        }
    }
}
