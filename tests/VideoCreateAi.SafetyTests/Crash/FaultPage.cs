using System.Diagnostics;
using System.IO.MemoryMappedFiles;
using System.Text;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>The page of memory through which a test and the programs that it watches speak: <c>struct page</c> of fault.c.</summary>
internal sealed class FaultPage : IDisposable
{
    private const int Lines = 4096;
    private const int LineLength = 160;
    private const int At = 4;
    private const int What = 8;
    private const int Error = 12;
    private const int HappenedAt = 16;
    private const int Pid = 20;
    private const int Clock = 24;
    private const int Clocks = 32;
    private const int FirstLine = 80;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public FaultPage(string path)
    {
        Path = path;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.CreateNew, null, FirstLine + (Lines * LineLength));
        _view = _file.CreateViewAccessor();
    }

    private enum Fault
    {
        Kill = 1,
        FailOnce,
        FailOn,
    }

    public string Path { get; }

    /// <summary>Operations so far, of all programs that it watched.</summary>
    public uint Count => _view.ReadUInt32(0);

    /// <summary>How often what was wished for came about.</summary>
    public uint Happened => _view.ReadUInt32(HappenedAt);

    /// <summary>Of the program that was watched last.</summary>
    public int ProcessId => _view.ReadInt32(Pid);

    /// <summary>Kills the program before its n-th operation from now.</summary>
    public void KillAt(uint steps) => Arm(Fault.Kill, steps, 0);

    /// <summary>Lets the n-th operation from now fail.</summary>
    /// <param name="lasting">And all after it.</param>
    public void FailAt(uint steps, int error, bool lasting) => Arm(lasting ? Fault.FailOn : Fault.FailOnce, steps, error);

    public void Disarm() => _view.Write(At, 0u);

    /// <summary>Lets the time of the programs run so much faster than ours.</summary>
    public void SetSpeed(long speed)
    {
        var now = Stopwatch.GetElapsedTime(0).Ticks * 100;
        var held = _view.ReadUInt32(Clock) & 1;
        var (since, its, was) = (_view.ReadInt64(Clocks + (held * 24)), _view.ReadInt64(Clocks + (held * 24) + 8), _view.ReadInt64(Clocks + (held * 24) + 16));
        var next = Clocks + ((held ^ 1) * 24);
        _view.Write(next + 8, since == 0 ? now : its + ((now - since) * was));
        _view.Write(next + 16, speed);
        _view.Write(next, now);
        _view.Write(Clock, held ^ 1);
    }

    /// <summary>What the operations were, the last of so many.</summary>
    public IReadOnlyList<string> Last(uint operations) => From(Count - Math.Min(operations, Count) + 1, operations);

    /// <summary>What the operations from this one on were, so many.</summary>
    public IReadOnlyList<string> From(uint first, uint operations)
    {
        var bytes = new byte[LineLength];
        List<string> lines = [];
        for (var number = first; number < first + operations && number <= Count; number++)
        {
            _view.ReadArray(FirstLine + (number % Lines * LineLength), bytes, 0, LineLength);
            lines.Add(Encoding.UTF8.GetString(bytes, 0, Array.IndexOf(bytes, (byte)0)));
        }

        return lines;
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    private void Arm(Fault fault, uint steps, int error)
    {
        _view.Write(At, 0u);
        _view.Write(What, (uint)fault);
        _view.Write(Error, error);
        _view.Write(HappenedAt, 0u);
        _view.Write(At, Count + steps);
    }
}
