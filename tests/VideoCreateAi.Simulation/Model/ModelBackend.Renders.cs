using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using VideoCreateAi.Simulation.Faults;

namespace VideoCreateAi.Simulation.Model;

internal sealed partial class ModelBackend
{
    private ModelReply Submit(LoggedRequest request, Fault fault)
    {
        using var body = JsonDocument.Parse(request.Body);
        var id = body.RootElement.GetProperty("id").GetString()!;
        if (Known(body.RootElement.GetProperty("sessionId").GetString()!) is not { } session)
        {
            return Failure(1002, "session not found");
        }

        world.Checker.OnSubmit(request, id, session, JsonMarshal.GetRawUtf8Value(body.RootElement.GetProperty("draft")));
        if (fault == Fault.BlockedByPlan)
        {
            return Failure(402, "export needs a plan");
        }

        if (_renders.TryGetValue(id, out var known))
        {
            known.Submits++;
            return world.Schedule.RefusesKnownRender ? Failure(409, "id exists") : Describe(known);
        }

        var dice = world.Dice;
        var now = world.Clock.Elapsed;
        var ends = now + (IsStudio ? dice.Between(0.5, 4) : dice.Between(5, 100));
        var isStuck = !IsStudio && dice.Chance(0.03);
        var render = new ModelRender(id, session.Id, now, ModelVideo.Make(id, dice.Chance(0.2) ? 60_000 : 200 + dice.Below(3000)))
        {
            KnownFrom = world.Schedule.FindsRenderLate ? now + dice.Between(0, 40) : now,
            EndsAt = isStuck ? TimeSpan.MaxValue : ends,
            Fails = dice.Chance(0.08),
        };
        _renders[id] = render;
        world.Tell($"backend begins {id}, ends at {(isStuck ? "never" : ends)}{(render.Fails ? ", will fail" : "")}");
        return Describe(render);
    }

    private ModelReply Status(LoggedRequest request) =>
        _renders.TryGetValue(request.Id, out var render) && render.KnownFrom <= world.Clock.Elapsed ? Describe(render) : Failure(404, "no such render");

    private ModelReply Cancel(LoggedRequest request)
    {
        if (!_renders.TryGetValue(request.Id, out var render))
        {
            return Failure(404, "no such render");
        }

        render.IsCancelled |= world.Clock.Elapsed < render.EndsAt;
        return Describe(render);
    }

    private ModelReply Describe(ModelRender render)
    {
        var now = world.Clock.Elapsed;
        if (render.IsCancelled)
        {
            return Data(Form(render, "cancelled", 50, ""));
        }

        if (now < render.EndsAt)
        {
            return Data(Form(render, now == render.At ? "pending" : "processing", render.EndsAt == TimeSpan.MaxValue ? 99 : 50, ""));
        }

        if (render.Fails)
        {
            return Data(Form(render, "failed", 50, ",\"error\":\"out of memory\""));
        }

        var url = world.Schedule.NamesOutput ? $"\"/files/{render.Id}\"" : "null";
        return Data(Form(render, "completed", 100, world.Schedule.NestsOutput
            ? string.Create(CultureInfo.InvariantCulture, $$""","output":{"url":{{url}},"duration":10,"size":{{render.Content.Length}}}""")
            : $",\"outputUrl\":{url}"));
    }

    private string Form(ModelRender render, string status, int progress, string rest) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"{{(world.Schedule.NestsOutput ? "taskId" : "id")}}":"{{render.Id}}","status":"{{status}}","progress":{{progress}}{{rest}}}""");

    private ModelReply Download(LoggedRequest request, Fault fault)
    {
        if (!_renders.TryGetValue(request.Id, out var render) || render.EndsAt > world.Clock.Elapsed || render.Fails)
        {
            return Failure(404, "no such file");
        }

        if (fault == Fault.OutputGone)
        {
            return ModelReply.Json("""{"detail":"link expired"}""", HttpStatusCode.Forbidden);
        }

        if (fault == Fault.WrongFile)
        {
            return world.Dice.Chance(0.5) ? ModelReply.Page(HttpStatusCode.OK) : Video("This is not the video that you look for."u8.ToArray(), null);
        }

        var tag = $"\"{render.Id}\"";
        return request.RangeFrom is { } from && world.Schedule.TakesRange && request.IfRange == tag && from < render.Content.Length
            ? Video(render.Content[(int)from..], tag) with { Status = HttpStatusCode.PartialContent, Range = (from, render.Content.Length) }
            : Video(render.Content, world.Schedule.HasEntityTag ? tag : null);
    }

    private ModelReply Video(byte[] content, string? tag)
    {
        var pieces = new List<(TimeSpan, byte[])>();
        for (var at = 0; at < content.Length; at += 20_000)
        {
            pieces.Add((TimeSpan.FromMilliseconds(200 * pieces.Count), content[at..Math.Min(content.Length, at + 20_000)]));
        }

        return new ModelReply(HttpStatusCode.OK, "video/mp4", pieces) { AnnouncesLength = world.Schedule.AnnouncesLength, EntityTag = tag };
    }
}
