namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>What a request says about itself to the handlers below the client.</summary>
internal static class RequestTraits
{
    /// <summary>Sending it twice is the same as sending it once. GETs are, without saying so.</summary>
    public static readonly HttpRequestOptionsKey<bool> Idempotent = new("idempotent");

    /// <summary>The largest body that is read whole inside the try, so that a cut body is tried again. Absent = the
    /// caller reads the body as a stream.</summary>
    public static readonly HttpRequestOptionsKey<int> BufferLimit = new("buffer-limit");

    public static T? Of<T>(this HttpRequestMessage request, HttpRequestOptionsKey<T> key) =>
        request.Options.TryGetValue(key, out var value) ? value : default;
}
