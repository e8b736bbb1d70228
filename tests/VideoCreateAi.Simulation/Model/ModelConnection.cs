using System.Net;
using VideoCreateAi.Simulation.Clients;
using VideoCreateAi.Simulation.Faults;

namespace VideoCreateAi.Simulation.Model;

/// <summary>The line from one process to the backend, and all that can happen on it.</summary>
internal sealed class ModelConnection(World world, SimulatedProcess process) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var logged = world.Requests.Add(process, request);
        var fault = world.Faults.For(logged);
        world.Tell($"process {process.Number} {logged}{(fault == Fault.None ? "" : $"  ← {fault}")}");
        world.Mix((ulong)fault);
        if (world.Schedule.CrashShare > 0 && logged.Kind is RequestKind.Token or RequestKind.Download && world.Processes.Count(other => !other.IsDead) > 1)
        {
            world.Disk.Held.Note(process);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (fault == Fault.CrashBefore)
        {
            // Before it asks for a claim link it has cleared up in the folder: that stays done.
            await process.DieAsync(beforeLastChange: logged.Kind != RequestKind.Claim && world.Dice.Chance(0.5));
        }

        world.MarkLedger();

        if (fault == Fault.Refused)
        {
            await process.NetworkDelayAsync(world.Dice.Between(0.01, 15), cancellationToken);
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused.");
        }

        await SendBodyAsync(logged, request.Content, cancellationToken);
        switch (fault)
        {
            case Fault.Suspended:
                world.Suspend(world.Dice.Between(60, 3 * 3600));
                break;
            case Fault.ClockJump:
                process.Clock.Jump(world.Dice.Between(0, 40 * 3600) - TimeSpan.FromHours(20));
                break;
        }

        var arrival = ArriveAsync(logged, fault);
        if (fault == Fault.CrashSent)
        {
            await process.DieAsync();
        }

        var reply = await arrival.WaitAsync(cancellationToken);
        await process.ReachAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (reply is null)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was reset.", new IOException("reset"));
        }

        if (fault == Fault.CrashAnswered)
        {
            await process.DieAsync();
        }

        world.Mix((ulong)reply.Status);
        if (fault == Fault.CrashTaken)
        {
            _ = world.KillWhenStillAsync(process);
        }

        return Respond(reply, fault);
    }

    private async Task SendBodyAsync(LoggedRequest logged, HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is not null)
        {
            using var body = new MemoryStream();
            await content.CopyToAsync(body, cancellationToken);
            logged.Body = body.ToArray();
        }

        logged.HasLeft = true;
        if (logged.Kind == RequestKind.Turn)
        {
            world.Checker.OnTurn(logged);
        }
    }

    /// <summary>The far side: it goes on when the near one has given up.</summary>
    /// <returns>Null = the line breaks without an answer.</returns>
    private async Task<ModelReply?> ArriveAsync(LoggedRequest logged, Fault fault)
    {
        await world.DelayAsync(world.Dice.Between(0.005, 0.2));
        switch (fault)
        {
            case Fault.LostOnTheWay:
                return null;
            case Fault.ProxyErrorBefore:
                return ProxyError();
            case Fault.RateLimited:
                return ModelReply.Json("""{"code":429,"message":"slow down"}""", HttpStatusCode.TooManyRequests)
                    with { RetryAfter = world.Dice.Chance(0.5) ? world.Dice.Between(1, 90) : null };
            case Fault.SignInPage:
                return ModelReply.Page(HttpStatusCode.OK);
            case Fault.SilenceBefore:
                return await new TaskCompletionSource<ModelReply?>().Task;
        }

        var reply = await world.Backend.HandleAsync(logged, fault);
        switch (fault)
        {
            case Fault.ReplyLost:
                await world.DelayAsync(world.Dice.Between(0, 3));
                return null;
            case Fault.Suspended when world.Dice.Chance(0.6):
                return null;
            case Fault.ProxyErrorAfter:
                return ProxyError();
            case Fault.SilenceAfter:
                return await new TaskCompletionSource<ModelReply?>().Task;
            case Fault.SlowReply:
                await world.DelayAsync(world.Dice.Between(1, 200));
                break;
        }

        return reply;
    }

    private ModelReply ProxyError()
    {
        var status = world.Dice.OneOf(HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout);
        return world.Dice.Chance(0.5) ? ModelReply.Page(status) : new ModelReply(status, "text/plain", []);
    }

    private HttpResponseMessage Respond(ModelReply reply, Fault fault)
    {
        var whole = reply.Length;
        var sent = fault switch
        {
            Fault.TruncatedReply => reply.CutAfter(world.Dice.Below((int)whole + 1), BodyEnd.Clean),
            Fault.CutReply => reply.CutAfter(world.Dice.Below((int)whole + 1), BodyEnd.Broken),
            Fault.StalledBody => reply.CutAfter(world.Dice.Below((int)whole + 1), BodyEnd.Hangs),
            _ => reply,
        };
        return sent.ToResponse(new ModelBody(world, process, sent), whole);
    }
}
