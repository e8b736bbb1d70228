using System.Globalization;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Simulation.Checking;
using VideoCreateAi.Simulation.Clients;
using VideoCreateAi.Simulation.Faults;
using VideoCreateAi.Simulation.Model;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.Simulation;

/// <summary>Everything that one schedule takes place in: a time, a backend, a disk, and processes that come and go.</summary>
internal sealed class World
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly SimulatedProcess?[] _windows;
    private readonly List<string> _violations = [];
    private long _ledgerMark;
    private ulong _fingerprint = 14695981039346656037;

    public World(ulong seed, SimulatedDisk disk, Rules rules, List<string>? story)
    {
        Dice = new Dice(seed);
        Schedule = Schedule.Draw(seed, Dice, rules.Windows);
        _windows = new SimulatedProcess?[Math.Max(2, rules.Windows ?? 0)];
        Disk = disk;
        Rules = rules;
        Story = story;
        Faults = new FaultPlan(this);
        Requests = new RequestLog(this);
        Backend = new ModelBackend(this);
        Checker = new Checker(this);
    }

    public Dice Dice { get; }

    public Schedule Schedule { get; }

    public Rules Rules { get; }

    public FakeClock Clock { get; } = new();

    public SimulatedDisk Disk { get; }

    public FaultPlan Faults { get; }

    public RequestLog Requests { get; }

    public ModelBackend Backend { get; }

    public Checker Checker { get; }

    /// <summary>What happened, line by line; null = nobody reads it.</summary>
    public List<string>? Story { get; }

    public IReadOnlyList<string> Violations => _violations;

    public List<SimulatedProcess> Processes { get; } = [];

    /// <summary>Tells two runs apart that differ in any request, its time or its answer.</summary>
    public ulong Fingerprint => _fingerprint;

    public BackendDescription Description => Schedule.Backend == BackendKind.Studio
        ? BackendDescription.Studio
        : BackendDescription.Cloud(new Uri("https://cloud.example/"));

    public SimulatedProcess Window(int number)
    {
        if (_windows[number] is not { IsDead: false } process)
        {
            if (Rules.Mutation == Mutation.ForgetJobs)
            {
                Disk.View.Clear();
            }

            if (Rules.Mutation == Mutation.ForgetSteps && Processes.Count > 0)
            {
                Disk.View.ForgetSteps();
            }

            process = new SimulatedProcess(this, Processes.Count + 1);
            Processes.Add(process);
            _windows[number] = process;
            _ = process.Client.StartAsync();
            Tell($"process {process.Number} starts in window {number}");
        }

        return process;
    }

    /// <summary>The machine with all its processes stands still until then.</summary>
    public TimeSpan AsleepUntil { get; private set; }

    public void Suspend(TimeSpan time) => AsleepUntil = Clock.Elapsed + time;

    public async Task AwakeAsync()
    {
        while (AsleepUntil > Clock.Elapsed)
        {
            await DelayAsync(AsleepUntil - Clock.Elapsed);
        }
    }

    /// <summary>What the ledger's rows were changed to by now has been seen outside of the process that did it.</summary>
    public void MarkLedger()
    {
        if (Schedule.CrashShare > 0)
        {
            _ledgerMark = Disk.View.Mark();
        }
    }

    /// <summary>Kills a process at a moment before its last changes to the ledger, which nobody has seen the effect of yet.</summary>
    public void KillEarlier(SimulatedProcess process)
    {
        if (!process.IsDead)
        {
            var count = Disk.View.TakeBack(_ledgerMark, process.Current);
            Tell($"process {process.Number} dies before {count} changes of the ledger");
            process.Kill();
        }
    }

    /// <summary>Kills a process as soon as it has nothing more to do at this moment.</summary>
    public async Task KillWhenStillAsync(SimulatedProcess process)
    {
        await DelayAsync(TimeSpan.FromMilliseconds(1));
        KillEarlier(process);
    }

    public Task DelayAsync(TimeSpan time) => Task.Delay(time, Clock, CancellationToken.None);

    public void Tell(string line) => Story?.Add($"{Clock.Elapsed:d\\.hh\\:mm\\:ss\\.fff}  {line}");

    public void Mix(ulong value) => _fingerprint = (_fingerprint ^ value) * 1099511628211;

    public void Violate(string rule, string what)
    {
        _violations.Add(string.Create(CultureInfo.InvariantCulture, $"{rule}: {what}"));
        Tell($"VIOLATION {rule}: {what}");
    }

    /// <summary>All of a schedule happens on one thread, or it would not come out the same again.</summary>
    public void CheckThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            Violate("one_thread", Environment.StackTrace);
        }
    }
}
