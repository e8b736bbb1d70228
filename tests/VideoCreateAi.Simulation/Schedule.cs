using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Simulation;

/// <summary>All that is drawn from a seed before the time begins.</summary>
internal sealed record Schedule
{
    private static readonly string[] s_platforms = ["youtube", "tiktok", "reels", "shorts"];

    public required ulong Seed { get; init; }

    public required BackendKind Backend { get; init; }

    public bool IsAnonymous { get; init; }

    /// <summary>A second request for a starter token within its week gets the same one; else it is refused.</summary>
    public bool GivesTokenAgain { get; init; }

    public double FaultShare { get; init; }

    public int MostFaults { get; init; }

    public double CrashShare { get; init; }

    public int MostCrashes { get; init; }

    /// <summary>A render that is known already is answered with a conflict instead of its status.</summary>
    public bool RefusesKnownRender { get; init; }

    /// <summary>A new render is not found by its id for some seconds.</summary>
    public bool FindsRenderLate { get; init; }

    public int Envelope { get; init; }

    public bool NestsOutput { get; init; }

    public bool NamesOutput { get; init; }

    public bool AnnouncesLength { get; init; }

    public bool HasEntityTag { get; init; }

    public bool TakesRange { get; init; }

    public bool BeginsWithTimeline { get; init; }

    public IReadOnlyList<UserCall> Calls { get; init; } = [];

    /// <param name="many">Processes at the same time; null = one or two are drawn.</param>
    public static Schedule Draw(ulong seed, Dice dice, int? many)
    {
        var windows = many ?? (dice.Chance(0.3) ? 2 : 1);
        var projects = dice.Chance(0.2) ? 2 : 1;
        var count = Math.Max(1 + dice.Below(4), many ?? 1);
        List<UserCall> calls = [];
        for (var number = 1; number <= count; number++)
        {
            calls.Add(DrawCall(seed, number, dice, projects, windows, overlapping: many is null ? 0.25 : 0.75));
        }

        return new Schedule
        {
            Seed = seed,
            Backend = dice.Chance(0.75) ? BackendKind.Cloud : BackendKind.Studio,
            IsAnonymous = dice.Chance(0.4),
            GivesTokenAgain = dice.Chance(0.7),
            FaultShare = dice.OneOf(0, 0.02, 0.06, 0.15, 0.35),
            MostFaults = dice.OneOf(1, 2, 4, 12),
            CrashShare = dice.OneOf(0, 0, 0.02, 0.1),
            MostCrashes = dice.OneOf(1, 2, 4),
            RefusesKnownRender = dice.Chance(0.25),
            FindsRenderLate = dice.Chance(0.15),
            Envelope = dice.Below(3),
            NestsOutput = dice.Chance(0.5),
            NamesOutput = dice.Chance(0.6),
            AnnouncesLength = dice.Chance(0.6),
            HasEntityTag = dice.Chance(0.5),
            TakesRange = dice.Chance(0.7),
            BeginsWithTimeline = dice.Chance(0.6),
            Calls = calls,
        };
    }


    private static UserCall DrawCall(ulong seed, int number, Dice dice, int projects, int windows, double overlapping)
    {
        var kind = dice.Below(20);
        var edits = kind is < 13;
        var exports = kind is >= 8;
        var uploads = kind is 0 or 1 or 12 or 13 ? 1 + dice.Below(2) : 0;
        return new UserCall(
            number,
            new JobPlan
            {
                Uploads = uploads,
                Message = edits ? $"Make it warmer, step {number}" : null,
                Export = exports ? new ExportRequest { Name = dice.Chance(0.5) ? $"film {number}" : null } : null,
                Credits = dice.Chance(0.1),
            },
            dice.Below(projects),
            dice.Below(windows),
            dice.Between(0, dice.OneOf(1, 20, 300)),
            Overlaps: dice.Chance(overlapping))
        {
            Urls = [.. Enumerable.Range(1, uploads).Select(item => $"https://pictures.example/{number}-{item}.jpg")],

            // Not drawn: what else a seed tells stays as it was. The first that is not upright fits no timeline of a cloud.
            Platforms = exports && (seed + (ulong)number) % 3 == 0 ? s_platforms[(int)(seed % 2)..] : [],
            Key = dice.Chance(0.3) ? $"key-{number}" : null,
            Wait = dice.Chance(0.03) ? TimeSpan.FromSeconds(45) : dice.Between(0, 1.5),
            IsRepeated = dice.Chance(0.1),
        };
    }
}
