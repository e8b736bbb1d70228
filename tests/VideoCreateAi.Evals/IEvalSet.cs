namespace VideoCreateAi.Evals;

internal interface IEvalSet : IAsyncDisposable
{
    /// <summary>How many lines are worked on at a time.</summary>
    int AtOnce { get; }

    /// <summary>Before the first line.</summary>
    Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>From a line of the input to a line of the output.</summary>
    Task<string> PredictAsync(string line, CancellationToken cancellationToken);
}
