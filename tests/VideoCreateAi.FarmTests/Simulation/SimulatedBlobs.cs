using VideoCreateAi.Studio.Blobs;

namespace VideoCreateAi.FarmTests.Simulation;

/// <summary>Blobs by their names alone.</summary>
internal sealed class SimulatedBlobs : IBlobStore
{
    private readonly HashSet<string> _names = [];

    public bool IsHere => false;

    public bool Has(string name) => _names.Contains(name);

    public void Put(string name) => _names.Add(name);

    public void Remove(string name) => _names.Remove(name);

    public Task PutAsync(string key, string path, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> GetAsync(string key, string path, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> ExistsAsync(string key, CancellationToken cancellationToken) => Task.FromResult(_names.Contains(Path.GetFileName(key)));

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        _names.Remove(Path.GetFileName(key));
        return Task.CompletedTask;
    }
}
