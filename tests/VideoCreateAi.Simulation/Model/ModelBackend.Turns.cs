using System.Net;
using System.Text.Json;
using VideoCreateAi.Simulation.Faults;

namespace VideoCreateAi.Simulation.Model;

internal sealed partial class ModelBackend
{
    private const double Heartbeat = 25;

    private async Task<ModelReply> TurnAsync(LoggedRequest request, Fault fault)
    {
        string id;
        string message;
        using (var body = JsonDocument.Parse(request.Body))
        {
            id = body.RootElement.GetProperty("session_id").GetString()!;
            message = body.RootElement.GetProperty("new_message").GetProperty("parts")[0].GetProperty("text").GetString()!;
        }

        if (Known(id) is not { } session)
        {
            return Failure(1002, "session not found");
        }

        if (fault == Fault.NoCredits)
        {
            return world.Dice.Chance(0.5)
                ? Failure(2001, "out of credits")
                : new ModelReply(HttpStatusCode.OK, "text/event-stream", [(TimeSpan.Zero, Event("""{"type":"error","code":2001,"message":"out of credits"}"""))]);
        }

        await Task.CompletedTask;
        return Accept(session, message, fault);
    }

    private ModelReply Accept(ModelSession session, string message, Fault fault)
    {
        var dice = world.Dice;
        var kind = dice.Below(20) switch
        {
            < 8 => TurnKind.Changes,
            < 13 => TurnKind.ChangesSilently,
            < 15 => TurnKind.ChangesTwice,
            < 17 => TurnKind.Answers,
            < 18 => TurnKind.Nothing,
            _ => TurnKind.Fails,
        };
        var length = (IsStudio, kind) switch
        {
            (true, _) => dice.Between(0.1, 3),
            (_, TurnKind.Answers or TurnKind.Nothing) => dice.Between(2, 15),
            _ => dice.Chance(0.2) ? dice.Between(100, 300) : dice.Between(10, 30),
        };
        var turn = new ModelTurn(message, kind, world.Clock.Elapsed) { IsCharged = kind != TurnKind.Fails };
        session.Turns.Add(turn);
        world.Tell($"backend takes \"{message}\" ({kind}, {length.TotalSeconds:0.#} s)");
        _ = WorkAsync(session, turn, length * (0.3 + (dice.Below(60) / 100.0)), length);
        return fault == Fault.HeartbeatsForever ? Endless() : new ModelReply(HttpStatusCode.OK, "text/event-stream", Events(kind, length)) { AnnouncesLength = false };
    }

    private async Task WorkAsync(ModelSession session, ModelTurn turn, TimeSpan half, TimeSpan length)
    {
        await world.DelayAsync(half);
        if (turn.MayApply)
        {
            session.Revision++;
            turn.AppliedAt = world.Clock.Elapsed;
            world.Tell($"backend applied \"{turn.Message}\"");
        }

        await world.DelayAsync(length - half);
        if (turn.Kind == TurnKind.ChangesTwice)
        {
            session.Revision++;
        }

        turn.IsRunning = false;
    }

    private static ModelReply Endless() => new(
        HttpStatusCode.OK,
        "text/event-stream",
        [.. Enumerable.Range(0, 60).Select(beat => (TimeSpan.FromSeconds(beat * Heartbeat), Event("""{"type":"heartbeat"}""")))])
    {
        End = BodyEnd.Hangs,
        AnnouncesLength = false,
    };

    private static List<(TimeSpan At, byte[] Bytes)> Events(TurnKind kind, TimeSpan length)
    {
        List<(TimeSpan, byte[])> events = [(TimeSpan.FromMilliseconds(100), Event("""{"type":"tool_call","name":"edit_timeline","args":{}}"""))];
        for (var at = Heartbeat; at < length.TotalSeconds; at += Heartbeat)
        {
            events.Add((TimeSpan.FromSeconds(at), Event("""{"type":"heartbeat"}""")));
        }

        switch (kind)
        {
            case TurnKind.Changes or TurnKind.ChangesTwice:
                events.Add((length, Event("""{"type":"text","content":"I made the picture warmer."}""")));
                break;
            case TurnKind.Answers:
                return [(length, Event("""{"author":"nemo_agent","content":{"role":"model","parts":[{"text":"It is warm already."}]},"id":"e1"}"""))];
            case TurnKind.Fails:
                events.Add((length, Event("""{"type":"error","message":"The model is overloaded."}""")));
                break;
            default:
                events.Add((length, Event("""{"type":"tool_result","name":"edit_timeline","result":{}}""")));
                break;
        }

        return events;
    }
}
