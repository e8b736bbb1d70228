using System.Text.RegularExpressions;

namespace VideoCreateAi.SafetyTests.Media;

/// <summary>What one run of ffmpeg or ffprobe asked the kernel for, after what fences it in had made room for it.</summary>
/// <param name="Opened">Paths that were asked for, and where they led.</param>
/// <param name="Written">Those of them that were asked for to be written.</param>
/// <param name="Other">Programs that were started and sockets that were made: none of them is needed.</param>
internal sealed partial record OpenLog(IReadOnlyList<string> Opened, IReadOnlyList<string> Written, IReadOnlyList<string> Other)
{
    public bool HasRun { get; private init; }

    public static OpenLog Read(IEnumerable<string> lines)
    {
        List<string> opened = [], written = [], other = [];
        HashSet<string> before = [];
        var hasRun = false;
        foreach (var line in lines)
        {
            var call = Call().Match(line);
            if (!call.Success)
            {
                continue;
            }

            var (process, name) = (call.Groups["process"].Value, call.Groups["name"].Value);
            if (!hasRun)
            {
                before.Add(process);
                if (Tool().IsMatch(line) && !line.Contains(" = -1 ", StringComparison.Ordinal))
                {
                    // From here on this process is the tool, and all that come new are its threads.
                    hasRun = before.Remove(process);
                }
            }
            else if (before.Contains(process))
            {
                continue;
            }
            else if (!name.StartsWith("open", StringComparison.Ordinal) && name != "creat")
            {
                // The second half of a line that another process broke into tells nothing new of these.
                other.AddRange(line.Contains(" resumed>", StringComparison.Ordinal) ? [] : [line]);
            }
            else
            {
                List<string> paths = [.. new[] { Asked(line), Result().Match(line) is { Success: true } result ? result.Groups["path"].Value : null }.OfType<string>()];
                opened.AddRange(paths);
                if (name == "creat" || Writing().IsMatch(line))
                {
                    written.AddRange(paths);
                }
            }
        }

        return new OpenLog(opened, written, other) { HasRun = hasRun };
    }

    private static string? Asked(string line) =>
        Question().Match(line) is { Success: true } asked ? Path.GetFullPath(asked.Groups["path"].Value, asked.Groups["folder"] is { Success: true } folder ? folder.Value : "/") : null;

    [GeneratedRegex(@"^(?<process>\d+)\s+(<\.\.\. )?(?<name>\w+)( resumed>|\()")]
    private static partial Regex Call();

    [GeneratedRegex(@"execve\(""[^""]*/ff(mpeg|probe)"",")]
    private static partial Regex Tool();

    [GeneratedRegex(@"\(((AT_FDCWD|\d+)<(?<folder>[^>]*)>, )?""(?<path>[^""]*)""")]
    private static partial Regex Question();

    [GeneratedRegex(@" = \d+<(?<path>[^>]*)>")]
    private static partial Regex Result();

    [GeneratedRegex("O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE")]
    private static partial Regex Writing();
}
