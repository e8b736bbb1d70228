namespace VideoCreateAi.Evals;

/// <summary>A set whose lines need nothing but themselves.</summary>
internal abstract class LineSet : IEvalSet
{
    public int AtOnce => 1;

    public Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string> PredictAsync(string line, CancellationToken cancellationToken) => Task.FromResult(Predict(line));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected abstract string Predict(string line);
}
