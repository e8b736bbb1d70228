using System.Globalization;
using VideoCreateAi.Studio.Jobs;

namespace VideoCreateAi.FarmTests.Simulation;

/// <summary>A thousand farms in which chance does its worst. <c>FARM_SIMULATIONS=100000</c> runs as many.</summary>
public sealed class FarmSimulationTests
{
    private static readonly int s_count = int.TryParse(Environment.GetEnvironmentVariable("FARM_SIMULATIONS"), CultureInfo.InvariantCulture, out var count) ? count : 1000;

    [Fact]
    public async Task Every_render_ends_with_exactly_one_result_or_says_why_not()
    {
        // Rows that nobody needs tomorrow: in memory where there is such a folder.
        var folder = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"vca-{Guid.NewGuid():N}"));
        Dictionary<string, int> ends = [];
        try
        {
            for (var seed = 0; seed < s_count; seed++)
            {
                await RunAsync(folder.FullName, seed, ends);
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        // A world in which nothing is cancelled, fails or is done would prove nothing.
        Assert.True(ends.GetValueOrDefault(RenderState.Done) > s_count / 2, string.Join(", ", ends));
        Assert.True(ends.GetValueOrDefault(RenderState.Cancelled) > 0, string.Join(", ", ends));
    }

    private static async Task RunAsync(string folder, int seed, Dictionary<string, int> ends)
    {
        var (farm, ids) = await SimulatedFarm.CreateAsync(folder, seed);
        try
        {
            await farm.RunAsync(ids);
        }
        catch (TimeoutException late)
        {
            Assert.Fail($"Seed {seed}: {late.Message}");
        }

        foreach (var id in ids)
        {
            var row = (await farm.Renders.FindAsync(id, default))!;
            ends[row.State] = ends.GetValueOrDefault(row.State) + 1;
            switch (row.State)
            {
                case RenderState.Done:
                    Assert.True(farm.Accepted.GetValueOrDefault(id) == 1 && farm.Blobs.Has(row.File!), $"Seed {seed}: {id} was accepted {farm.Accepted.GetValueOrDefault(id)} times as {row.File}.");
                    break;
                case RenderState.Failed:
                    Assert.True(row.ErrorCode is "render_crashed" or "artifact_rejected" && farm.Accepted.GetValueOrDefault(id) == 0, $"Seed {seed}: {id} failed with {row.ErrorCode}.");
                    break;
                default:
                    Assert.True(row.State == RenderState.Cancelled && row.CancelRequested && farm.Accepted.GetValueOrDefault(id) == 0, $"Seed {seed}: {id} is {row.State}.");
                    break;
            }
        }

        File.Delete(Path.Combine(folder, $"farm{seed}.db"));
    }
}
