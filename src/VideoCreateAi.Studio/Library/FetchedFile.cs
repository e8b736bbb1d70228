namespace VideoCreateAi.Studio.Library;

/// <summary>A file that is being fetched. Dispose it to close the connection.</summary>
internal sealed record FetchedFile(string Name, Stream Content, HttpResponseMessage Response) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        Response.Dispose();
    }
}
