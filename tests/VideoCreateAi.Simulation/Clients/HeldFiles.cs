using System.Runtime.InteropServices;
using System.Text;

namespace VideoCreateAi.Simulation.Clients;

/// <summary>The files that simulated processes hold locked. All of them are open in this one process, so what the system does
/// for one that dies, giving its locks back, is done here. The handles themselves are left to the collector.</summary>
internal sealed partial class HeldFiles(string root)
{
    private const int Unlock = 8;
    private const int FirstDescriptor = 3;
    private const int MostUnused = 64;
    private const int ReleasesPerCollection = 200;

    private readonly Dictionary<int, (string Path, SimulatedProcess Owner)> _owners = [];
    private int _releases;

    public void Forget() => _owners.Clear();

    /// <summary>What is open and nobody's so far is this one's.</summary>
    public void Note(SimulatedProcess process)
    {
        foreach (var (descriptor, path) in Open())
        {
            if (!_owners.TryGetValue(descriptor, out var known) || known.Path != path)
            {
                _owners[descriptor] = (path, process);
            }
        }
    }

    /// <param name="isAlone">No other process lives that could hold anything.</param>
    public void Release(SimulatedProcess process, bool isAlone)
    {
        if (!OperatingSystem.IsLinux())
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return;
        }

        if (isAlone)
        {
            ReleaseAll();
        }
        else
        {
            Note(process);
            foreach (var (descriptor, (path, owner)) in _owners)
            {
                if (owner == process && PathOf(descriptor) == path)
                {
                    _ = FileLock(descriptor, Unlock);
                }
            }
        }

        if (++_releases % ReleasesPerCollection == 0)
        {
            GC.Collect();
        }
    }

    private static void ReleaseAll()
    {
        var unused = 0;
        for (var descriptor = FirstDescriptor; unused < MostUnused; descriptor++)
        {
            unused = FileLock(descriptor, Unlock) < 0 ? unused + 1 : 0;
        }
    }

    private List<(int Descriptor, string Path)> Open()
    {
        List<(int, string)> open = [];
        var unused = 0;
        for (var descriptor = FirstDescriptor; unused < MostUnused; descriptor++)
        {
            var path = PathOf(descriptor);
            unused = path is null ? unused + 1 : 0;
            if (path is not null && path.StartsWith(root, StringComparison.Ordinal) && !path.Contains("ledger.db", StringComparison.Ordinal)
                && !path.EndsWith(" (deleted)", StringComparison.Ordinal))
            {
                open.Add((descriptor, path));
            }
        }

        return open;
    }

    private static unsafe string? PathOf(int descriptor)
    {
        Span<byte> link = stackalloc byte[32];
        "/proc/self/fd/"u8.CopyTo(link);
        _ = descriptor.TryFormat(link[14..^1], out var digits, default, System.Globalization.CultureInfo.InvariantCulture);
        link[14 + digits] = 0;
        Span<byte> target = stackalloc byte[512];
        fixed (byte* from = link, to = target)
        {
            var length = ReadLink(from, to, target.Length);
            return length < 0 ? null : Encoding.UTF8.GetString(target[..(int)length]);
        }
    }

    [LibraryImport("libc", EntryPoint = "readlink", SetLastError = false)]
    private static unsafe partial nint ReadLink(byte* path, byte* buffer, nint size);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = false)]
    private static partial int FileLock(int descriptor, int operation);
}
