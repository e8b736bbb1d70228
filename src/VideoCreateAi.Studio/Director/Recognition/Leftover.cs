using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What a message asked for and nobody read. Chatter is not a wish: only an action, or an addition, that has
/// an unknown word behind it counts.</summary>
internal static class Leftover
{
    private const int LongestQuote = 60;

    /// <returns>Where the part begins and ends in the masked message.</returns>
    public static (int From, int To)? In(Clause clause, bool understood)
    {
        var open = clause.Open.Where(index => clause.Terms[index].Sense is not (Sense.Mark or Sense.And or Sense.Then or Sense.But)).ToList();
        var unsupported = open.Where(index => clause.Terms[index].Sense == Sense.Unsupported).ToList();
        if (unsupported.Count > 0)
        {
            return Span(clause, understood ? unsupported : open);
        }

        var unknown = open.Where(index => clause.Terms[index].Sense == Sense.Word).ToList();
        if (unknown.Count == 0)
        {
            return null;
        }

        if (!understood && open.Any(index => clause.Terms[index].Sense.IsAction() && index < unknown[^1]))
        {
            return Span(clause, open);
        }

        var added = open.FindIndex(index => clause.Terms[index].Sense is Sense.With && unknown.Contains(index + 1));
        return added >= 0 && unknown.Count <= 4 ? Span(clause, [open[added], .. unknown.Where(index => index > open[added])]) : null;
    }

    /// <summary>The part as the user wrote it, shortened.</summary>
    public static string Quoted(string masked, (int From, int To) part, Wishes wishes)
    {
        var words = string.Concat(masked[part.From..part.To].Select(sign => sign is >= Tokenizer.FirstContent and <= '\uF8FF'
            ? Written(wishes.Contents[sign - Tokenizer.FirstContent], wishes)
            : sign.ToString()));
        words = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= LongestQuote ? words : words[..LongestQuote].TrimEnd() + "…";
    }

    private static string Written(Content content, Wishes wishes) => content.Sense switch
    {
        Sense.Media => wishes.Input.Assets.First(asset => asset.Id == content.Text).Name,
        Sense.Quote => $"'{content.Text}'",
        _ => content.Text,
    };

    private static (int From, int To) Span(Clause clause, List<int> indices) =>
        (indices.Min(index => clause.Terms[index].At), indices.Max(index => clause.Terms[index].End));
}
