using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>kill -9 before each operation on files of getting a starter token: the backend gives one, once.</summary>
public sealed class KilledTokenTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_program_that_is_killed_while_it_gets_a_token_is_followed_by_one_that_has_it_or_says_why_not()
    {
        var kills = 0u;
        while (await IsKilledAsync(kills + 1))
        {
            kills++;
        }

        output.WriteLine($"{kills} kills");
        Assert.InRange(kills, 8u, 40u);
    }

    /// <returns>False when there are not so many steps.</returns>
    private static async Task<bool> IsKilledAsync(uint step)
    {
        await using var stage = await PaidStage.BeginAsync();
        var isKilled = false;
        await using (var first = await stage.StartAsync(token: null))
        {
            stage.Page.KillAt(step);
            try
            {
                await first.CallAsync("get_credits", []);
            }
            catch (ProgramGoneException)
            {
                isKilled = true;
            }

            stage.Page.Disarm();
        }

        await using var next = await stage.StartAsync(token: null);
        var reply = await next.CallAsync("get_credits", []);

        var kept = stage.TokenFiles();
        Assert.Single(stage.ClientsOfTokens.Distinct());
        Assert.Single(stage.Starters);
        Assert.True(reply.Code is null || (reply.Code == "token_unavailable" && stage.ClientsOfTokens.Count == 2), $"{step}: {reply.Text}");
        Assert.Equal(3, kept.Count);
        Assert.DoesNotContain(kept, path => path.EndsWith(".part", StringComparison.Ordinal));
        Assert.Equal(stage.ClientsOfTokens[0], (await File.ReadAllTextAsync(kept.Single(path => Path.GetFileName(path) == "client_id"))).Trim());
        return isKilled;
    }
}
