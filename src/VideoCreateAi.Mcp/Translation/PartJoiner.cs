namespace VideoCreateAi.Mcp.Translation;

/// <summary>Puts what is content of a sentence together again, whole clauses only.</summary>
internal static class PartJoiner
{
    private static readonly char[] s_seams = [' ', ',', ';', ':', '，', '；', '：', '、', '(', ')', '（', '）', '—', '–', '-', '\n'];
    private static readonly char[] s_marks = [.. s_seams, '.', '。', '!', '！', '"'];

    /// <param name="jointEnd">Where the "and" ends that a part opens with; -1 = it opens with none.</param>
    public static string Join(string sentence, List<SentencePart> parts, Func<SentencePart, int> jointEnd)
    {
        var kept = string.Empty;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var bare = sentence.AsSpan(part.Start, part.End - part.Start).Trim(s_marks);
            if (!Stays(parts, i) || (bare.Length == 1 && char.IsAscii(bare[0])) || !bare.ContainsAnyLetterOrDigit())
            {
                continue;
            }

            kept = kept.Length == 0 ? First(sentence, part, jointEnd(part)) : kept + sentence[part.Start..part.End];
        }

        if (kept.Length == 0)
        {
            return string.Empty;
        }

        var last = sentence[^1];
        kept = kept.TrimEnd(s_seams);
        if (kept.Contains('(', StringComparison.Ordinal) && !kept.Contains(')', StringComparison.Ordinal))
        {
            kept += ')';
        }

        return kept.EndsWith(last) || !(last is '.' or '。' or '!' or '！') ? kept : kept + last;
    }

    // What cannot stand alone goes with the part that it leans on: a condition with the next, a tail with the one before.
    private static bool Stays(List<SentencePart> parts, int at)
    {
        var standing = parts[at].Standing;
        if (standing is Standing.Content or Standing.Gui)
        {
            return standing == Standing.Content;
        }

        if (standing == Standing.Tail && at > 0)
        {
            return Stays(parts, at - 1);
        }

        var next = parts.FindIndex(at + 1, IsWhole);
        var leansOn = next >= 0 ? next : parts.FindLastIndex(IsWhole);
        return leansOn >= 0 && parts[leansOn].Standing == Standing.Content;
    }

    private static bool IsWhole(SentencePart part) => part.Standing is Standing.Content or Standing.Gui;

    // A sentence does not begin with the "and" of what went before it.
    private static string First(string sentence, SentencePart part, int jointEnd)
    {
        if (part.Start == 0)
        {
            return sentence[..part.End];
        }

        var text = sentence[(jointEnd > part.Start ? jointEnd : part.Start)..part.End].TrimStart(s_seams);
        return text.Length > 0 && char.IsLower(text[0]) && char.IsUpper(sentence[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }
}
