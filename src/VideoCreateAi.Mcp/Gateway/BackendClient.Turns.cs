using System.Net;
using System.Text.Json;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Mcp.Gateway.Turns;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Turns;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    /// <summary>Posts the message once and reads the answer to its end. Never sends it a second time: a turn may cost money.</summary>
    /// <exception cref="BackendException">Nothing left this machine.</exception>
    public async Task<TurnOutcome> RunTurnAsync(
        string sessionId, string message, IProgress<TurnProgress>? progress, CancellationToken cancellationToken)
    {
        var turn = TurnRequest.Of(SessionId(sessionId), message);
        var token = await TokenAsync(cancellationToken);
        using var request = Post(Routes.RunSse, JsonSerializer.SerializeToUtf8Bytes(turn, WireJson.Default.TurnRequest));
        request.Headers.Accept.ParseAdd("text/event-stream");
        Authorize(request, token);
        var transcript = new TurnTranscript();
        using var watch = new TurnWatch(_options, _clock, progress, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, watch.Token);
            watch.OnBytes();
            return (response.IsSuccessStatusCode
                ? await FollowAsync(response, transcript, watch, token)
                : await RefusedAsync(response, token, watch.Token)) with { Tally = transcript.Tally };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            if (!((SendOnceContent)request.Content!).MayHaveLeft)
            {
                throw Broken(exception, request.Content, whenLost: null);
            }

            return Lost(watch.Loss ?? TurnLoss.Broken, transcript);
        }
        catch (TurnTooLargeException)
        {
            return Lost(TurnLoss.TooMuch, transcript);
        }
    }

    private async Task<TurnOutcome> FollowAsync(
        HttpResponseMessage response, TurnTranscript transcript, TurnWatch watch, AccessToken token)
    {
        watch.Report(TurnProgressKind.Accepted);
        var loss = await new TurnStream(_options, watch, transcript).ReadAsync(response.Content, watch.Token);
        var text = transcript.Text;
        return (loss, transcript.OpenRefusal) switch
        {
            (_, { } refusal) => new TurnOutcome.Refused(Error(refusal, token, CallScope.Session), text) { WorkMayHaveBegun = transcript.HasBegun },
            ({ } lost, _) => Lost(lost, transcript),
            _ when transcript.EndedSilent => new TurnOutcome.Silent { Announced = text },
            _ => new TurnOutcome.Replied(text) { WithFailure = transcript.HasFailed },
        };
    }

    private async Task<TurnOutcome> RefusedAsync(HttpResponseMessage response, AccessToken token, CancellationToken cancellationToken)
    {
        using var reply = await Reply.ReadAsync(response, _options.MaxErrorBytes, _options.MaxErrorBytes, _clock, cancellationToken);
        var refusal = reply.Refusal!;

        // An error inside the backend says no more about the work than one in between.
        return response.StatusCode >= HttpStatusCode.InternalServerError && (MayBeOfProxy(refusal) || refusal.Code is >= 500 and < 600)
            ? new TurnOutcome.Lost(TurnLoss.ServerFailure, "")
            : new TurnOutcome.Refused(Error(refusal, token, CallScope.Session), "");
    }

    private static TurnOutcome.Lost Lost(TurnLoss loss, TurnTranscript transcript) => new(loss, transcript.Text) { Tally = transcript.Tally };
}
