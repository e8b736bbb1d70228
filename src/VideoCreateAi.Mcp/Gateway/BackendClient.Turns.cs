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
    public Task<TurnOutcome> RunTurnAsync(
        string sessionId, string message, IProgress<TurnProgress>? progress, CancellationToken cancellationToken) =>
        RunTurnAsync(sessionId, message, operations: null, progress, cancellationToken);

    /// <summary>The same with exact edits, as JSON, in place of the message's words. Only the studio takes them.</summary>
    public async Task<TurnOutcome> RunTurnAsync(
        string sessionId, string message, string? operations, IProgress<TurnProgress>? progress, CancellationToken cancellationToken)
    {
        using var exact = operations is not null && TakesOperations ? JsonDocument.Parse(operations) : null;
        var turn = TurnRequest.Of(SessionId(sessionId), message, exact?.RootElement);
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
            return response.IsSuccessStatusCode
                ? await FollowAsync(response, transcript, watch, token)
                : await RefusedAsync(response, token, watch.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            if (!((SendOnceContent)request.Content!).MayHaveLeft)
            {
                throw Broken(exception, request.Content, whenLost: null);
            }

            return End(watch.Loss ?? TurnLoss.Broken, transcript, token);
        }
        catch (TurnTooLargeException)
        {
            return End(TurnLoss.TooMuch, transcript, token);
        }
    }

    private async Task<TurnOutcome> FollowAsync(
        HttpResponseMessage response, TurnTranscript transcript, TurnWatch watch, AccessToken token)
    {
        watch.Report(TurnProgressKind.Accepted);
        var loss = await new TurnStream(_options, watch, transcript, Redactor(token)).ReadAsync(response.Content, watch.Token);
        return End(loss, transcript, token);
    }

    /// <param name="loss">How the view was lost; null when the answer came to its end.</param>
    private TurnOutcome End(TurnLoss? loss, TurnTranscript transcript, AccessToken token)
    {
        var text = Redactor(token).Clean(transcript.Text)!;
        TurnOutcome outcome = (loss, transcript.OpenRefusal) switch
        {
            // What it said last is what counts, however the stream ended after that.
            (_, { } refusal) => Refused(refusal, text, transcript.HasBegun, token),
            ({ } lost, _) => new TurnOutcome.Lost(lost, text),
            _ when transcript.EndedSilent => new TurnOutcome.Silent { Announced = text, MayBeCut = transcript.EndedOpen },
            _ => new TurnOutcome.Replied(text) { WithFailure = transcript.HasFailed },
        };
        return outcome with { Tally = transcript.Tally };
    }

    private TurnOutcome.Refused Refused(Refusal refusal, string text, bool hasBegun, AccessToken token)
    {
        var error = Error(refusal, token, CallScope.Turn, hasBegun);

        // A failure inside the agent may have come after part of its work, whether or not that was told.
        return new TurnOutcome.Refused(error, text) { WorkMayHaveBegun = hasBegun || !error.Fault.IsClearNo() };
    }

    private async Task<TurnOutcome> RefusedAsync(HttpResponseMessage response, AccessToken token, CancellationToken cancellationToken)
    {
        using var reply = await Reply.ReadAsync(response, _options.MaxErrorBytes, _options.MaxErrorBytes, _clock, cancellationToken);
        var refusal = reply.Refusal!;
        var error = Error(refusal, token, CallScope.Turn);

        // An error inside the backend says no more about the work than one in between.
        return IsUnclear(refusal, error.Fault)
            ? new TurnOutcome.Lost(TurnLoss.ServerFailure, "")
            : new TurnOutcome.Refused(error, "");
    }
}
