using VideoCreateAi.Benchmarks.Capacity;

namespace VideoCreateAi.UnitTests.Capacity;

/// <summary>Where theory knows the answer the simulation must find it; beyond, it must do as the farm does.</summary>
public sealed class FarmSimulationTests
{
    private const int Exports = 200_000;

    private static readonly ServiceTimes.Cost s_nothing = new(0, 0);

    private static readonly ServiceTimes s_likeLength = new()
    {
        Whole = new(0, 1), Cut = s_nothing, Part = new(0, 1), Sound = s_nothing, Join = s_nothing, Review = s_nothing,
    };

    [Theory]
    [InlineData(1, 0.7)]
    [InlineData(4, 3.2)]
    [InlineData(20, 16)]
    public void Waits_are_those_of_theory(int slots, double erlangs)
    {
        const double Time = 6;
        var load = new Workload(erlangs * 3600 / Time, random => -Math.Log(1 - random.NextDouble()) * Time, Users: 5);

        var outcome = new FarmSimulation(load, s_likeLength, FarmRules.Bare, slots, seed: 1).Run(Exports);

        var mean = ErlangC.MeanWait(slots, erlangs, Time);
        Assert.InRange(outcome.MeanWait, 0.93 * mean, 1.07 * mean);
        var p95 = ErlangC.WaitAt(0.95, slots, erlangs, Time);
        Assert.InRange(outcome.WaitAt(0.95), 0.92 * p95, 1.08 * p95);
        var waits = outcome.Waits.Count(wait => wait > 0) / (double)outcome.Waits.Count;
        Assert.Equal(ErlangC.ProbabilityOfWait(slots, erlangs), waits, tolerance: 0.02);
        Assert.Equal(erlangs / slots, outcome.Busy, tolerance: 0.01);
    }

    [Fact]
    public void Theory_is_that_of_the_books()
    {
        // M/M/1: the chance to wait is the load. Two places at a load of one: 1/3.
        Assert.Equal(0.7, ErlangC.ProbabilityOfWait(1, 0.7), 12);
        Assert.Equal(1.0 / 3, ErlangC.ProbabilityOfWait(2, 1), 12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_hours_and_another_one_others()
    {
        Assert.Equal(Run(1).Waits, Run(1).Waits);
        Assert.NotEqual(Run(1).Waits, Run(2).Waits);

        static FarmOutcome Run(int seed) => new FarmSimulation(Workload.Usual(500), s_likeLength, new FarmRules(), slots: 12, seed).Run(500);
    }

    [Fact]
    public void The_share_of_a_user_keeps_the_queue_short_for_the_others()
    {
        // Once in a hundred one of 50 minutes, which is 500 parts.
        var load = new Workload(600, random => random.Next(100) == 0 ? 3000 : 5, Users: 50);
        var shared = new FarmSimulation(load, s_likeLength, new FarmRules(), slots: 10, seed: 3).Run(3000);
        var all = new FarmSimulation(load, s_likeLength, new FarmRules { Window = 1000 }, slots: 10, seed: 3).Run(3000);

        Assert.True(shared.WaitAt(0.95) < all.WaitAt(0.95) / 2, $"{shared.WaitAt(0.95)} s against {all.WaitAt(0.95)} s");
    }

    [Fact]
    public void The_engines_lock_bounds_a_farm_however_many_places_it_has()
    {
        var rules = new FarmRules();
        var limit = CapacityPlan.EngineLimit(rules);

        var below = new FarmSimulation(Workload.Usual(0.7 * limit), s_likeLength with { Whole = new(0, 0.01), Part = new(0, 0.01) }, rules, slots: 1000, seed: 4).Run(4000);
        var above = new FarmSimulation(Workload.Usual(1.5 * limit), s_likeLength with { Whole = new(0, 0.01), Part = new(0, 0.01) }, rules, slots: 1000, seed: 4).Run(4000);

        Assert.True(below.WaitAt(0.95) < 10, $"{below.WaitAt(0.95)} s");
        Assert.True(above.WaitAt(0.95) > 30, $"{above.WaitAt(0.95)} s");
    }
}
