namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>Every server that is not the backend.</summary>
internal sealed class OutsideServer : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly List<HttpRequestMessage> _requests = [];

    /// <summary>By the number of the request.</summary>
    public Func<int, HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = (_, _) => throw new HttpRequestException("No such host is known");

    public IReadOnlyList<HttpRequestMessage> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int number;
        lock (_lock)
        {
            _requests.Add(request);
            number = _requests.Count;
        }

        return Task.FromResult(Answer(number, request));
    }
}
