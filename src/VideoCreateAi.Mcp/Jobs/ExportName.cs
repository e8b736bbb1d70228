using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>What a file is called when nobody said: by the video's title, else by the first words, else by the first file that is seen.</summary>
internal static class ExportName
{
    /// <summary>In letters. A whole message is no name for a file.</summary>
    private const int Longest = 40;

    /// <param name="timelines">As far as they are known, the one that was rendered first.</param>
    public static string Of(ExportRequest request, Job job, Project project, params ReadOnlySpan<TimelineSummary?> timelines)
    {
        if (request.Name is { } asked)
        {
            return asked;
        }

        foreach (var timeline in timelines)
        {
            if (timeline?.DisplayTitle is { } title)
            {
                return title;
            }
        }

        // The project is named after the first of several videos; each of them is better told by its own words.
        var words = job.MakesVideos ? ProjectSessions.NameFrom(job.Plan.Message) : project.Name;
        if (words != ProjectSessions.Nameless)
        {
            return FirstWords(words);
        }

        foreach (var timeline in timelines)
        {
            // A track may say how many segments it has and name none of them.
            if (timeline?.Tracks.SelectMany(track => track.Segments).Select(segment => segment.Name).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) is { } first)
            {
                return Path.GetFileNameWithoutExtension(first);
            }
        }

        return words;
    }

    /// <summary>Whole words, where there are spaces between them.</summary>
    internal static string FirstWords(string text)
    {
        var isCut = text.EndsWith('…');

        // What stands before a slash would be taken for a folder.
        var words = text.TrimEnd('…').Replace('/', '-').Replace('\\', '-');
        if (words.Length <= Longest && !isCut)
        {
            return words;
        }

        var end = Math.Min(words.Length, Longest);
        if (words.LastIndexOf(' ', end - 1) is var space and > Longest / 3 && (end == words.Length || words[end] != ' '))
        {
            end = space;
        }
        else if (char.IsHighSurrogate(words[end - 1]))
        {
            end--;
        }

        return words[..end].TrimEnd(' ', ',', ';', ':', '.', '-', '"', '\'');
    }
}
