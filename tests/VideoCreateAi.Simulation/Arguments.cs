using System.Globalization;
using VideoCreateAi.Simulation.Checking;

namespace VideoCreateAi.Simulation;

/// <summary>The command line.</summary>
internal sealed record Arguments
{
    public const string Usage =
        """
        --schedules N     how many (1000)
        --seed N          the first one's seed; each one after has the next (1)
        --parallel N      in so many processes (1)
        --windows N       processes at the same time, whose calls mostly overlap (drawn: one or two)
        --trace           tells what happens, step by step
        --twice           runs each schedule twice and compares
        --keep-going      goes on after a violation and counts by rule
        --mutate NAME     puts a fault into the client: resend-turn, new-render-id, rewrite-draft, spoil-file, hide-loss, forget-jobs, forget-steps
        """;

    public int Schedules { get; init; } = 1000;

    public ulong Seed { get; init; } = 1;

    public int Parallel { get; init; } = 1;

    public bool Trace { get; init; }

    public bool Twice { get; init; }

    public bool KeepGoing { get; init; }

    public Rules Rules { get; init; } = new();

    /// <returns>Null when they are not understood.</returns>
    public static Arguments? Read(ReadOnlySpan<string> words)
    {
        var read = new Arguments();
        while (words.Length > 0)
        {
            switch (words)
            {
                case ["--schedules", var count, ..] when int.TryParse(count, CultureInfo.InvariantCulture, out var schedules):
                    read = read with { Schedules = schedules };
                    break;
                case ["--seed", var first, ..] when ulong.TryParse(first, CultureInfo.InvariantCulture, out var seed):
                    read = read with { Seed = seed };
                    break;
                case ["--parallel", var count, ..] when int.TryParse(count, CultureInfo.InvariantCulture, out var parallel):
                    read = read with { Parallel = Math.Max(1, parallel) };
                    break;
                case ["--windows", var count, ..] when int.TryParse(count, CultureInfo.InvariantCulture, out var windows) && windows is > 0 and < 10:
                    read = read with { Rules = read.Rules with { Windows = windows } };
                    break;
                case ["--mutate", var name, ..] when Enum.TryParse<Mutation>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mutation):
                    read = read with { Rules = read.Rules with { Mutation = mutation } };
                    break;
                case ["--trace", ..]:
                    read = read with { Trace = true };
                    words = words[1..];
                    continue;
                case ["--twice", ..]:
                    read = read with { Twice = true };
                    words = words[1..];
                    continue;
                case ["--keep-going", ..]:
                    read = read with { KeepGoing = true };
                    words = words[1..];
                    continue;
                default:
                    return null;
            }

            words = words[2..];
        }

        return read;
    }
}
