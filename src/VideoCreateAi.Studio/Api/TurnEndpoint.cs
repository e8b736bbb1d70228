using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Turns;
using VideoCreateAi.Studio.Director;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Store;
using VideoCreateAi.Studio.Telemetry;

namespace VideoCreateAi.Studio.Api;

/// <summary>One message in, a stream of agent events out.</summary>
internal sealed partial class TurnEndpoint(ApiAccess access, TurnService turns, TimeProvider clock, ILogger<TurnEndpoint> logger)
{
    /// <summary>32 KiB of text: what a person writes, and a long script.</summary>
    private const int LongestMessage = 32 * 1024;

    private const int MostProblems = 30;

    // What the history calls a list of exact edits that came without words.
    private const string NamelessEdits = "Exact edits";

    private static readonly TimeSpan s_heartbeatInterval = TimeSpan.FromSeconds(5);
    private static readonly byte[] s_heartbeat = ": heartbeat\n\n"u8.ToArray();

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(Routes.RunSse, (RequestDelegate)RunAsync);

    private async Task RunAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } request || await access.ProjectAsync(context, request.SessionId) is not { } project)
        {
            return;
        }

        var operations = request.NewMessage.Parts.Select(part => part.Operations).FirstOrDefault(list => list is not null);
        var message = string.Join('\n', request.NewMessage.Parts.Select(part => part.Text).Where(text => !string.IsNullOrWhiteSpace(text)));
        message = message.Length == 0 && operations is not null ? NamelessEdits : message;
        if (message.Length is 0 or > LongestMessage)
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status400BadRequest, 400, $"A message has 1 to {LongestMessage} characters.", "message_length");
            return;
        }

        // A turn that has begun is finished and saved even when the listener hangs up: the state shows it.
        var turn = TurnAsync(project, message, operations);
        if (operations is not null && await RejectedAsync(context, turn))
        {
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
        await BeatUntilDoneAsync(context, turn);
        foreach (var agentEvent in await EventsAsync(turn))
        {
            await WriteAsync(context, agentEvent);
        }
    }

    private async Task<TurnResult> TurnAsync(ProjectRecord project, string message, JsonElement? operations)
    {
        using var timed = TimedWork.Turn(clock);
        timed.Outcome = WorkOutcome.Failed;
        var result = await turns.RunAsync(project, message, operations, CancellationToken.None);
        timed.Outcome = result switch
        {
            TurnResult.Changed => "changed",
            TurnResult.Undone => "undone",
            TurnResult.Rejected => WorkOutcome.Refused,
            _ => "unchanged",
        };
        return result;
    }

    /// <summary>Exact edits are refused with a status, before any stream: a client then knows that nothing was done.</summary>
    private static async Task<bool> RejectedAsync(HttpContext context, Task<TurnResult> turn)
    {
        await ((Task)turn).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!turn.IsCompletedSuccessfully || await turn is not TurnResult.Rejected rejected)
        {
            return false;
        }

        var more = rejected.Problems.Count > MostProblems ? $" And {rejected.Problems.Count - MostProblems} more." : "";
        await ApiReply.RefuseAsync(
            context, StatusCodes.Status400BadRequest, 400,
            $"Nothing was done, because not all of these operations can be: {string.Join(" ", rejected.Problems.Take(MostProblems))}{more}", "invalid_operations");
        return true;
    }

    private static async Task<TurnRequest?> ReadAsync(HttpContext context)
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync(context.Request.Body, WireJson.Default.TurnRequest, context.RequestAborted) is { } request)
            {
                return request;
            }
        }
        catch (JsonException)
        {
            // Answered below, like a body that holds null.
        }

        await ApiReply.RefuseAsync(context, StatusCodes.Status400BadRequest, 400, "The body is not a message.", "malformed_request");
        return null;
    }

    private async Task BeatUntilDoneAsync(HttpContext context, Task turn)
    {
        while (await Task.WhenAny(turn, Task.Delay(s_heartbeatInterval, clock, CancellationToken.None)) != turn)
        {
            await context.Response.Body.WriteAsync(s_heartbeat, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private async Task<IReadOnlyList<AgentEvent>> EventsAsync(Task<TurnResult> turn)
    {
        var invocation = "e-" + Guid.NewGuid().ToString("D");
        try
        {
            return await turn switch
            {
                TurnResult.Changed changed =>
                [
                    .. ToolEvents(invocation, "edit_timeline", new JsonArray([.. changed.Steps.Select(step => JsonValue.Create(step))])),
                    TextEvent(invocation, changed.Reply),
                ],
                TurnResult.Undone undone =>
                [
                    .. ToolEvents(invocation, "restore_timeline", []),
                    TextEvent(invocation, undone.Reply),
                ],
                TurnResult.Unchanged unchanged => [TextEvent(invocation, unchanged.Reply)],
                var other => throw new InvalidOperationException($"A turn ended as {other.GetType().Name}."),
            };
        }
        catch (Exception exception)
        {
            // The boundary of a turn: the stream has begun, so a bug or a full disk is told as an event.
            LogTurnFailed(exception);
            var words = UnwritableDisk.IsCauseOf(exception) ? $"{UnwritableDisk.Words} The timeline is as it was." : "The studio could not work this message out; nothing was changed.";
            return [NewEvent(invocation) with { ErrorCode = "500", ErrorMessage = words }];
        }
    }

    private IEnumerable<AgentEvent> ToolEvents(string invocation, string tool, JsonArray steps)
    {
        var callId = "call-" + Guid.NewGuid().ToString("D");
        yield return NewEvent(invocation) with
        {
            Content = new AgentContent
            {
                Parts = [new AgentPart { FunctionCall = new AgentFunctionCall { Name = tool, Id = callId, Args = new JsonObject { ["steps"] = steps } } }],
            },
        };
        yield return NewEvent(invocation) with
        {
            Content = new AgentContent
            {
                Role = "user",
                Parts = [new AgentPart { FunctionResponse = new AgentFunctionResponse { Name = tool, Id = callId, Response = new JsonObject { ["status"] = "ok" } } }],
            },
        };
    }

    private AgentEvent TextEvent(string invocation, string text) =>
        NewEvent(invocation) with { Content = new AgentContent { Parts = [new AgentPart { Text = text }] } };

    private AgentEvent NewEvent(string invocation) => new()
    {
        InvocationId = invocation,
        Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
        Timestamp = clock.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    private static async Task WriteAsync(HttpContext context, AgentEvent agentEvent)
    {
        var line = $"data: {JsonSerializer.Serialize(agentEvent, WireJson.Default.AgentEvent)}\n\n";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(line), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed.")]
    private partial void LogTurnFailed(Exception exception);
}
