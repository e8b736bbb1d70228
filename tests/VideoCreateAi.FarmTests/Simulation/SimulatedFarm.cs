using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Studio.Farm;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Store;
using VideoCreateAi.Studio.Users;

namespace VideoCreateAi.FarmTests.Simulation;

/// <summary>The farm's own rows and rules with workers that are steps and not processes: chance picks who takes the next step, who dies,
/// who is frozen and wakes up late, what is cancelled and what a worker hands in that is no good.</summary>
internal sealed class SimulatedFarm(StudioDatabase database, RenderStore renders, PartStore parts, FarmWork farm, SimulatedQueue queue, SimulatedBlobs blobs, Random random)
{
    private const int MostSteps = 4000;
    private const int FaultySteps = 120;

    private readonly List<SimulatedWorker> _workers = [];
    private readonly Dictionary<string, int> _accepted = [];
    private int _named;

    public IReadOnlyDictionary<string, int> Accepted => _accepted;

    public RenderStore Renders => renders;

    public SimulatedBlobs Blobs => blobs;

    public static async Task<(SimulatedFarm Farm, IReadOnlyList<string> Renders)> CreateAsync(string folder, int seed)
    {
        var random = new Random(seed);
        var database = new SqliteStudioDatabase(Path.Combine(folder, $"farm{seed}.db"));
        await database.PrepareAsync(default);
        var clock = TimeProvider.System;
        var user = (await new UserStore(database, clock).IssueTokenAsync("client", default)).UserId!;
        var session = await new ProjectStore(database, clock).CreateAsync(user, "project", "en", default);
        var (renders, parts, queue, blobs) = (new RenderStore(database, clock), new PartStore(database), new SimulatedQueue(), new SimulatedBlobs());
        var farm = new FarmWork(
            renders, parts, new PartShelf(new ChunkCache(null, clock), blobs), new NodeStore(database), new NodeOptions("simulated", 1), new SimulatedRenderer(random.Next(2, 7)), queue,
            new NoMedia(), NullLogger<FarmWork>.Instance);
        List<string> ids = [];
        for (var i = 0; i < random.Next(1, 4); i++)
        {
            // Short ones are made in one go.
            ids.Add($"{(random.Next(3) == 0 ? "short" : "long")}{i}");
            await renders.AddAsync(ids[^1], session.SessionId, user, "{}", "{}", default);
            await queue.EnqueueAsync(new RenderTicket(ids[^1]), default);
        }

        return (new SimulatedFarm(database, renders, parts, farm, queue, blobs, random), ids);
    }

    /// <summary>Runs until every render has ended.</summary>
    public async Task RunAsync(IReadOnlyList<string> ids)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if ((await renders.UnfinishedAsync(default)).Count == 0 && _workers.TrueForAll(worker => worker.IsFrozen || worker.IsIdle))
            {
                await WakeAllAsync();
                return;
            }

            while (_workers.Count(worker => !worker.IsFrozen) < 3)
            {
                _workers.Add(new SimulatedWorker($"w{_named++}", renders, parts, farm, blobs, queue));
            }

            await StepAsync(ids, isFaulty: step < FaultySteps);
        }

        throw new TimeoutException($"Renders did not end in {MostSteps} steps.");
    }

    private async Task StepAsync(IReadOnlyList<string> ids, bool isFaulty)
    {
        var worker = _workers.Where(one => !one.IsFrozen).ElementAt(random.Next(3));
        switch (random.Next(100))
        {
            case < 4 when isFaulty:
                queue.Lose(worker);
                _workers.Remove(worker);
                break;
            case < 8 when isFaulty:
                // The engine takes it for dead and gives its work to another; it does not know.
                queue.Lose(worker);
                worker.IsFrozen = true;
                break;
            case < 10 when isFaulty && _workers.Find(one => one.IsFrozen) is { } frozen:
                await frozen.WorkAsync(isZombie: true);
                break;
            case < 11 when isFaulty && random.Next(4) == 0:
                await renders.RequestCancelAsync(ids[random.Next(ids.Count)], default);
                break;
            case < 25:
                await ReviewAsync();
                break;
            case < 32:
                await SweepAsync();
                break;
            default:
                await worker.WorkAsync(isZombie: false);
                break;
        }
    }

    private async Task ReviewAsync()
    {
        foreach (var (id, attempt, file, _) in await renders.OffersAsync(default))
        {
            if (await renders.EndCancelledAsync(id, default))
            {
                continue;
            }

            if (!blobs.Has(file) || random.Next(10) == 0)
            {
                if (await renders.RejectAsync(id, attempt, "no good", default))
                {
                    await queue.EnqueueAsync(new RenderTicket(id, Round: attempt), default);
                }
            }
            else if (await renders.AcceptAsync(id, attempt, file, new RenderedFile(file, 1, 2, 2, TimeSpan.FromSeconds(1), 1, []), default))
            {
                _accepted[id] = _accepted.GetValueOrDefault(id) + 1;
            }
        }
    }

    private async Task SweepAsync()
    {
        foreach (var (_, id) in await parts.SplitRendersAsync(default))
        {
            await farm.AdvanceAsync(id, default);
        }

        var units = await queue.UnitsAsync(default);
        foreach (var (id, attempt, isRunning) in await renders.InWorkAsync(default))
        {
            if (!units.Contains(new RenderTicket(id).Unit) && (!isRunning || await renders.ReleaseAsync(id, attempt, default)))
            {
                await queue.EnqueueAsync(new RenderTicket(id, Round: attempt), default);
            }
        }

        foreach (var (id, part, attempts, isRunning) in await parts.InWorkAsync(default))
        {
            if (!units.Contains(new RenderTicket(id, part).Unit) && (!isRunning || await parts.ReleaseAsync(id, part, attempts, default)))
            {
                await queue.EnqueueAsync(new RenderTicket(id, part, attempts), default);
            }
        }
    }

    // Those who come back when all is over change nothing.
    private async Task WakeAllAsync()
    {
        foreach (var zombie in _workers.Where(worker => worker.IsFrozen))
        {
            for (var step = 0; step < 10; step++)
            {
                await zombie.WorkAsync(isZombie: true);
            }
        }

        await database.CheckAsync(default);
    }
}
