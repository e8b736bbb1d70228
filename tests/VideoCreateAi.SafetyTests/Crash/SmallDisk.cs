using System.Diagnostics;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>A file system of one megabyte that only the program sees which is started on it.</summary>
internal sealed class SmallDisk(string folder)
{
    private const int PageSize = 4096;

    private static readonly Lazy<bool> s_canMount = new(() => RunsWell("unshare", "-Urm", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"));

    private int _processId;

    /// <summary>False where this user may not have a mount of their own.</summary>
    public static bool CanMount => s_canMount.Value;

    /// <summary>What stands before a program's command.</summary>
    /// <param name="prepare">A line of shell that is run on it first; $0 is its folder.</param>
    public IReadOnlyList<string> Command(string prepare = "true") =>
        ["unshare", "-Urm", "sh", "-c", $"mount -t tmpfs -o size=1m tmpfs \"$0\" && {{ {prepare}; }} && exec \"$@\"", folder];

    public void StartedAs(int processId) => _processId = processId;

    /// <summary>Fills it up to so many pages.</summary>
    public void LeaveFree(int pages)
    {
        // Through the eyes of the program: here the folder is an empty one.
        using var filler = new FileStream($"/proc/{_processId}/root{folder}/filler", FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[PageSize];
        try
        {
            while (true)
            {
                filler.Write(page);
            }
        }
        catch (IOException)
        {
            filler.SetLength(Math.Max(0, (filler.Length / PageSize) - pages) * PageSize);
        }
    }

    public void Free() => File.Delete($"/proc/{_processId}/root{folder}/filler");

    private static bool RunsWell(params string[] command)
    {
        try
        {
            var start = new ProcessStartInfo(command[0]) { RedirectStandardError = true };
            Array.ForEach(command[1..], start.ArgumentList.Add);
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
