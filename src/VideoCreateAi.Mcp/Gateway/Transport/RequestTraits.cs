namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>What a request says about itself to the handlers below the client.</summary>
internal static class RequestTraits
{
    /// <summary>Absent = never.</summary>
    public static readonly HttpRequestOptionsKey<Resend> Resend = new("resend");

    /// <summary>The largest body that is read whole inside the try, so that a cut body is tried again and a refusal inside
    /// of it is seen. Absent = the caller reads the body as a stream.</summary>
    public static readonly HttpRequestOptionsKey<int> BufferLimit = new("buffer-limit");

    public static T? Of<T>(this HttpRequestMessage request, HttpRequestOptionsKey<T> key) =>
        request.Options.TryGetValue(key, out var value) ? value : default;
}
