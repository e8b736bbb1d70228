using System.Net.Http.Headers;
using VideoCreateAi.Protocol;
using VideoCreateAi.Simulation.Clients;

namespace VideoCreateAi.Simulation.Model;

/// <summary>The first of the three logs: every request, in order.</summary>
internal sealed class RequestLog(World world)
{
    private readonly List<LoggedRequest> _all = [];

    public IReadOnlyList<LoggedRequest> All => _all;

    public LoggedRequest Add(SimulatedProcess process, HttpRequestMessage message)
    {
        world.CheckThread();
        var (kind, id) = Read(message);
        var request = new LoggedRequest(_all.Count + 1, world.Clock.Elapsed, process, kind, id)
        {
            Token = message.Headers.Authorization?.Parameter,
            ClientId = message.Headers.TryGetValues(ProtocolHeaders.ClientId, out var ids) ? ids.First() : null,
            RangeFrom = message.Headers.Range?.Ranges.First().From,
            IfRange = Tag(message.Headers.IfRange),
        };
        _all.Add(request);
        world.Mix((ulong)request.At.Ticks);
        world.Mix((ulong)kind);
        return request;
    }

    private static string? Tag(RangeConditionHeaderValue? condition) => condition?.EntityTag?.Tag ?? condition?.Date?.ToString("R");

    private static (RequestKind Kind, string Id) Read(HttpRequestMessage message)
    {
        var path = message.RequestUri!.AbsolutePath;
        var parts = path.Split('/');
        return path switch
        {
            Routes.AnonymousToken => (RequestKind.Token, ""),
            Routes.CreateSession => (RequestKind.Session, ""),
            Routes.RunSse => (RequestKind.Turn, ""),
            Routes.ClaimToken => (RequestKind.Claim, ""),
            Routes.CreditBalance => (RequestKind.Credits, ""),
            Routes.SubmitRender => (RequestKind.Submit, ""),
            _ when path.StartsWith("/api/upload-video/", StringComparison.Ordinal) => (RequestKind.Upload, parts[^1]),
            _ when path.StartsWith("/api/state/", StringComparison.Ordinal) => (RequestKind.State, parts[^2]),
            _ when path.StartsWith("/files/", StringComparison.Ordinal) => (RequestKind.Download, parts[^1]),
            _ when path.EndsWith("/download", StringComparison.Ordinal) => (RequestKind.Download, parts[^2]),
            _ when path.EndsWith("/cancel", StringComparison.Ordinal) => (RequestKind.Cancel, parts[^2]),
            _ when path.StartsWith(Routes.SubmitRender + "/", StringComparison.Ordinal) => (RequestKind.Status, parts[^1]),
            _ => (RequestKind.Other, path),
        };
    }
}
