using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>The disk does not take the n-th operation of getting a starter token: no reason to refuse work, and none to ask for
/// more accounts than one while the program lives. Each build tries every third operation; <c>VIDEOCREATEAI_SAFETY=5</c> tries
/// each in all ways.</summary>
public sealed class FailingTokenTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_token_that_the_disk_does_not_take_is_used_from_memory_and_the_next_program_has_it_or_says_why_not()
    {
        var faults = 0;
        var rounds = Math.Min(ProofSize.Times, DiskFault.All.Count);
        for (var round = 0; round < rounds; round++)
        {
            for (var step = 1 + (uint)round; await IsDisturbedAsync(step, DiskFault.Of(step, round)); step += rounds == DiskFault.All.Count ? 1u : 3u)
            {
                faults++;
            }
        }

        output.WriteLine($"{faults} faults");
        Assert.True(faults >= 4);
    }

    /// <returns>False when there are not so many operations.</returns>
    private static async Task<bool> IsDisturbedAsync(uint step, DiskFault fault)
    {
        await using var stage = await PaidStage.BeginAsync();
        bool happened;
        string at;
        await using (var first = await stage.StartAsync(token: null))
        {
            var before = stage.Page.Count;
            stage.Page.FailAt(step, fault.Error, fault.IsLasting);
            var disturbed = await first.CallAsync("get_credits", []);
            happened = stage.Page.Happened > 0;
            at = $"{fault} at {string.Join('\n', stage.Page.From(before + step, 2))}: {disturbed.Text}";
            stage.Page.Disarm();
            var healed = await first.CallAsync("get_credits", []);

            Assert.True(disturbed.Code is null && healed.Code is null, at);
            Assert.True(stage.Starters.Count == 1, $"{stage.Starters.Count} accounts, {at}");
        }

        var keptId = stage.TokenFiles().SingleOrDefault(path => Path.GetFileName(path) == "client_id");
        await using var next = await stage.StartAsync(token: null);
        var reply = await next.CallAsync("get_credits", []);

        var asked = stage.ClientsOfTokens;
        Assert.True(reply.Code is null || (reply.Code == "token_unavailable" && asked.Count == 2), $"{at}\n{reply.Text}");
        Assert.True(keptId is null || asked.Distinct().Count() == 1, $"another client id, {at}");
        Assert.True(stage.Starters.Count == asked.Distinct().Count(), at);
        Assert.DoesNotContain(stage.Files(), path => path.EndsWith(".part", StringComparison.Ordinal));
        if (stage.TokenFiles().SingleOrDefault(path => Path.GetFileName(path) == "client_id") is { } kept)
        {
            Assert.Equal(asked[^1], (await File.ReadAllTextAsync(kept)).Trim());
        }
        else
        {
            // The disk took the token alone: nobody has to ask again.
            Assert.True(reply.Code is null && asked.Count == 1, at);
        }

        return happened;
    }
}
