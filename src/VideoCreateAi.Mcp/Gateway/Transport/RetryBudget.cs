namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>Keeps the retries of all calls of a client together below a tenth of its requests, so that a backend in
/// trouble is not sent three times the load. A full budget lets ten retries through before that: a lone call, and a few
/// more, still get all of theirs.</summary>
internal sealed class RetryBudget
{
    /// <summary>What a request earns, and what a retry costs, in tenths of a retry.</summary>
    private const int Earned = 1;
    private const int Cost = 10;
    private const int Most = 10 * Cost;

    private int _tenths = Most;

    public void Earn()
    {
        int before;
        do
        {
            before = Volatile.Read(ref _tenths);
        }
        while (before < Most && Interlocked.CompareExchange(ref _tenths, before + Earned, before) != before);
    }

    /// <returns>False when the budget is used up.</returns>
    public bool TrySpend()
    {
        while (true)
        {
            var before = Volatile.Read(ref _tenths);
            if (before < Cost)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _tenths, before - Cost, before) == before)
            {
                return true;
            }
        }
    }
}
