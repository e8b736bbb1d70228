using System.Globalization;

namespace VideoCreateAi.EndToEndTests;

/// <summary>The programs that a studio has started, as the system tells of them.</summary>
internal static class StudioTools
{
    /// <summary>Process ids of every ffmpeg below the studio, in a sandbox or not.</summary>
    public static IReadOnlyList<int> FfmpegsOf(int studio)
    {
        Dictionary<int, (int Parent, string Name)> all = [];
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Read(id) is { } process)
            {
                all[id] = process;
            }
        }

        return [.. all.Where(process => process.Value.Name == "ffmpeg" && IsBelow(process.Key)).Select(process => process.Key)];

        bool IsBelow(int id)
        {
            while (all.TryGetValue(id, out var process) && process.Parent > 1)
            {
                if (process.Parent == studio)
                {
                    return true;
                }

                id = process.Parent;
            }

            return false;
        }
    }

    /// <summary>Waits until there are some, or none.</summary>
    public static async Task UntilAsync(int studio, bool any, TimeSpan limit)
    {
        using var end = new CancellationTokenSource(limit);
        while ((FfmpegsOf(studio).Count > 0) != any)
        {
            Assert.False(end.IsCancellationRequested, $"After {limit} there {(any ? "is still no" : "still is an")} ffmpeg.");
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    // "123 (name) S 45 …": dead ones that nobody has asked for yet do nothing any more.
    private static (int Parent, string Name)? Read(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            var end = text.LastIndexOf(')');
            var fields = text[(end + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : (int.Parse(fields[1], CultureInfo.InvariantCulture), text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..end]);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
