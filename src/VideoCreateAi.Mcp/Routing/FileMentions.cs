using System.Text.RegularExpressions;

namespace VideoCreateAi.Mcp.Routing;

/// <summary>Finds paths, addresses and file names in a message, each verbatim.</summary>
internal static partial class FileMentions
{
    private const string Extensions =
        "mp4|mov|avi|webm|mkv|m4v|wmv|flv|mts|jpe?g|png|gif|webp|heic|heif|svg|bmp|tiff?|psd|dng|mp3|wav|m4a|aac|flac|ogg|opus|aiff?|srt|vtt|ass|txt|md|pdf|docx?|pptx?|zip|rar|7z|aep|prproj|ttf|otf";

    private const string Sign = "[^\\s,;，。；、！？\"“”«»「」]";
    private const string Step = "[^\\s,;，。；、！？\"“”«»「」/\\\\]";
    private const string Ending = "\\.(?:" + Extensions + ")(?!\\.?[A-Za-z0-9])";

    // Words that Chinese and Japanese write straight before a name.
    private const string NamePrefixes = "把将将用和与跟给拿取在的是叫及";

    /// <summary>All mentions in order. <paramref name="known"/> names may hold spaces.</summary>
    public static IReadOnlyList<FileMention> Find(string message, IReadOnlySet<string>? known)
    {
        if (message.AsSpan().IndexOfAny('.', '/', '\\') < 0)
        {
            return [];
        }

        var found = new List<FileMention>();
        AddKnown(message, known, found);
        Add(Quoted(), message, found);
        Add(Address(), message, found);
        Add(Place(), message, found);
        Add(Name(), message, found);
        return found;
    }

    public static bool HasMediaEnding(string text) => MediaEnding().IsMatch(text);

    private static void AddKnown(string message, IReadOnlySet<string>? known, List<FileMention> found)
    {
        if (known is null)
        {
            return;
        }

        foreach (var name in known)
        {
            if (name.Contains(' ', StringComparison.Ordinal)
                && message.IndexOf(name, StringComparison.OrdinalIgnoreCase) is var at and >= 0
                && !found.Exists(mention => at < mention.End && mention.Start < at + name.Length))
            {
                found.Add(new FileMention(at, at + name.Length, MentionKind.Bare, message.Substring(at, name.Length)));
            }
        }

        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }

    // What was found before goes first. Both come in the order of the text.
    private static void Add(Regex form, string message, List<FileMention> found)
    {
        var (before, next) = (found.Count, 0);
        foreach (var match in form.EnumerateMatches(message))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            if (form == Quoted())
            {
                (start, end) = (start + 1, end - 1);
            }

            if (form == Address())
            {
                while (end > start && message[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '\'' or '*')
                {
                    end--;
                }
            }

            if (form == Name())
            {
                start = SkipPrefix(message, start, end);
            }

            while (next < before && found[next].End <= start)
            {
                next++;
            }

            if (start < end && (next == before || found[next].Start >= end))
            {
                var text = message[start..end];
                found.Add(new FileMention(start, end, KindOf(text), text));
            }
        }

        if (before > 0 && found.Count > before)
        {
            found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        }
    }

    private static MentionKind KindOf(string text)
    {
        if (text.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return MentionKind.Path;
        }

        if (text.Contains("://", StringComparison.Ordinal) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return HasMediaEnding(text) ? MentionKind.Url : MentionKind.Page;
        }

        return text.AsSpan().IndexOfAny('/', '\\') >= 0 ? MentionKind.Path : MentionKind.Bare;
    }

    // "把logo.png" names logo.png, "片头.mp4" names itself.
    private static int SkipPrefix(string message, int start, int end)
    {
        var ascii = start;
        while (ascii < end && Letters.IsUnspaced(message[ascii]))
        {
            ascii++;
        }

        if (ascii > start && ascii < end && char.IsAsciiLetterOrDigit(message[ascii]))
        {
            return ascii;
        }

        while (start < end && NamePrefixes.Contains(message[start], StringComparison.Ordinal))
        {
            start++;
        }

        return start;
    }

    // Every repetition has an end, so that no text takes longer than its length asks for.
    [GeneratedRegex("[\"“”„«「『'‘`](?:(?:file://|~[\\\\/]|[A-Za-z]:[\\\\/]|\\.{1,2}[\\\\/]|\\\\\\\\|/)[^\"“”„«»「」『』'’`\\r\\n]{1,400}|[^\"“”„«»「」『』'‘’`\\r\\n/\\\\]{1,200}?\\.(?:" + Extensions + "))[\"“”»」』'’`]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("(?:(?:https?|ftp|s3|gs)://|(?<![A-Za-z0-9.])www\\.)[^\\s<>\"“”„«»「」『』，。；！？、（）]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    // Up to the ending, over a few spaces if need be; then a folder without ending.
    [GeneratedRegex("(?<![A-Za-z0-9_.~/\\\\:<])(?:file://|~[\\\\/]|[A-Za-z]:[\\\\/]|\\.{1,2}[\\\\/]|\\\\\\\\|/(?=[^\\s/]))(?:" + Sign + "{1,400}?" + Ending
        + "|(?:" + Sign + "{1,100} ){1,4}?" + Sign + "{1,100}?" + Ending
        + "|" + Step + "{1,200}[/\\\\]" + Sign + "{0,300}|(?<=[~.:\\\\][\\\\/])" + Sign + "{1,300})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex("[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_\\-()@+]{0,120}(?:\\.[\\p{L}\\p{N}_\\-()]{1,80}){0,12}?\\.(?:" + Extensions + ")(?![A-Za-z0-9_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("\\.(?:" + Extensions + ")(?:[?#].*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MediaEnding();
}
