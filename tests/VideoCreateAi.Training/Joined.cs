namespace VideoCreateAi.Training;

/// <summary>Makes sentences of two: what each asks for, the pair asks for in turn; what is content is no less so beside an instruction.</summary>
internal static class Joined
{
    private const int Share = 3;

    // Between any two sentences of the language; the second goes on in lower case.
    private static readonly Dictionary<string, string[]> s_joints = new(StringComparer.Ordinal)
    {
        ["en"] = [", then ", " and ", "; ", ", or ", " – ", ", and then ", ", and "],
        ["zh"] = ["，", "；", "，然后", "，再", "，或者", "，"],
        ["es"] = [" y ", "; ", ", o ", ", luego "],
        ["fr"] = [" et ", " ; ", ", ou ", ", puis "],
        ["de"] = [" und ", "; ", ", oder ", ", dann "],
        ["pt"] = [" e ", "; ", ", ou ", ", depois "],
        ["it"] = [" e ", "; ", ", o ", ", poi "],
        ["nl"] = [" en ", "; ", ", of ", ", daarna "],
        ["pl"] = [" i ", "; ", ", lub ", ", potem "],
        ["tr"] = [" ve ", "; ", ", sonra "],
        ["id"] = [" dan ", "; ", ", lalu ", ", atau "],
        ["vi"] = [" và ", "; ", ", rồi ", ", hoặc "],
        ["ru"] = [" и ", "; ", ", или ", ", затем "],
        ["ja"] = ["、", "。それから、", "、または"],
        ["ko"] = [", ", ". 그리고 ", ", 또는 "],
        ["ar"] = [" و", "؛ ", " أو ", " ثم "],
        ["hi"] = [" और ", "; ", " या ", ", फिर "],
    };

    /// <param name="lines">Labels, language, sentence.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<string[]> lines)
    {
        var random = new Random(2);
        foreach (var language in lines.GroupBy(static line => line[1]).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            var said = language.Where(static line => line[2].Length < 120 && line[2][^1] is '.' or '。' or '।' or '!' or '！').ToList();
            for (var i = 0; i < said.Count / Share; i++)
            {
                var (first, second) = (said[random.Next(said.Count)], said[random.Next(said.Count)]);
                var joints = s_joints[language.Key];
                yield return $"{LabelsOf(first[0], second[0])}\t{language.Key}\t{first[2].TrimEnd('.', '。', '।', '!', '！')}{joints[random.Next(joints.Length)]}{Lowered(second[2])}";
            }
        }
    }

    private static string LabelsOf(string first, string second)
        => (first, second) switch
        {
            ("content", _) => second,
            (_, "content") => first,
            _ => string.Join(',', first.Split(',').Concat(second.Split(',')).Distinct(StringComparer.Ordinal)),
        };

    // A name keeps its capital, and what is all capitals is one.
    private static string Lowered(string sentence)
        => sentence.Length > 1 && char.IsLower(sentence[1]) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
}
