using System.Globalization;

namespace VideoCreateAi.FarmTests;

/// <summary>Every fault once against real processes and a real database. <c>FARM_SCHEDULES=500</c> runs as many, with other moments.</summary>
[Collection(OneFarm.Name)]
public sealed class FarmScheduleTests(FarmStage stage)
{
    private static readonly int s_count = int.TryParse(Environment.GetEnvironmentVariable("FARM_SCHEDULES"), CultureInfo.InvariantCulture, out var count)
        ? count
        : Enum.GetValues<FarmFault>().Length;

    public static TheoryData<FarmFault, int> Schedules()
    {
        var faults = Enum.GetValues<FarmFault>();
        var schedules = new TheoryData<FarmFault, int>();
        for (var seed = 0; seed < s_count; seed++)
        {
            schedules.Add(faults[seed % faults.Length], seed);
        }

        return schedules;
    }

    [Theory]
    [MemberData(nameof(Schedules))]
    public Task Whatever_happens_every_render_has_exactly_one_result(FarmFault fault, int seed) => new FarmSchedule(stage, fault, seed).RunAsync();
}
