using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace VideoCreateAi.TestKit.Cloud;

public sealed partial class ScriptedCloud
{
    private static readonly string[] s_attribution = ["X-Skill-Source", "X-Skill-Version", "X-Skill-Platform"];

    private async Task TakeRenderAsync(HttpContext context, CloudAccount account)
    {
        if (s_attribution.Any(name => context.Request.Headers[name].ToString().Length == 0))
        {
            await context.Response.DetailAsync(402, "Your plan does not include exports");
            return;
        }

        using var asked = await JsonDocument.ParseAsync(context.Request.Body);
        var id = asked.RootElement.GetProperty("id").GetString()!;
        if (ProjectOf(account, asked.RootElement.GetProperty("sessionId").GetString()) is null)
        {
            await context.Response.NoAsync(1002, "session not found");
            return;
        }

        var render = Look(() =>
        {
            if (_renders.TryGetValue(id, out var known))
            {
                known.Submits++;
                return known;
            }

            var draft = JsonMarshal.GetRawUtf8Value(asked.RootElement.GetProperty("draft")).ToArray();
            return _renders[id] = new CloudRender(id, account, draft, asked.RootElement.GetProperty("output").GetRawText());
        });
        await context.Response.BareAsync(Words(render));
    }

    private Task TellRenderAsync(HttpContext context, CloudAccount account, string id)
    {
        if (RenderOf(account, id) is not { } render)
        {
            return context.Response.DetailAsync(404, "task not found");
        }

        lock (_lock)
        {
            render.Polls++;
        }

        return context.Response.BareAsync(Words(render));
    }

    private Task CancelRenderAsync(HttpContext context, CloudAccount account, string id)
    {
        if (RenderOf(account, id) is not { } render)
        {
            return context.Response.DetailAsync(404, "task not found");
        }

        lock (_lock)
        {
            render.IsCancelled = true;
        }

        // Nothing to say, once with the status for it and once without.
        context.Response.StatusCode = id.EndsWith('0') ? 200 : 204;
        return Task.CompletedTask;
    }

    private Task DownloadAsync(HttpContext context, CloudAccount account, string id) => RenderOf(account, id) is null
        ? context.Response.DetailAsync(404, "task not found")
        : SendFilmAsync(context.Response, id);

    /// <summary>Without a length, as a stream that is made while it goes out; a cancelled or unfinished render has no file.</summary>
    private async Task SendFilmAsync(HttpResponse response, string id)
    {
        if (!Look(() => _renders.TryGetValue(id, out var render) && !render.IsCancelled && render.Polls >= _options.PollsUntilDone))
        {
            await response.PageAsync(404, "404 Not Found");
            return;
        }

        response.ContentType = "application/octet-stream";
        await response.StartAsync();
        await response.WriteInPiecesAsync(_film.Bytes, size: 4099);
    }

    private string Words(CloudRender render) => Look(() =>
    {
        var isDone = render.Polls >= _options.PollsUntilDone;
        if (render.IsCancelled)
        {
            return $$"""{"taskId":"{{render.Id}}","status":"CANCELLED","progress":"0"}""";
        }

        if (!isDone)
        {
            var percent = 100 * render.Polls / _options.PollsUntilDone;
            return $$$"""{"taskId":"{{{render.Id}}}","status":"{{{(render.Polls == 0 ? "pending" : "processing")}}}","progress":"{{{percent}}}","output":null,"queue":{"ahead":"2"}}""";
        }

        var address = _options.OutputAddress is { } named ? named(render.Id) : new Uri(Address, $"/out/{render.Id}.mp4").AbsoluteUri;
        var seconds = (_film.Milliseconds / 1000.0).ToString(CultureInfo.InvariantCulture);
        return $$$"""{"taskId":"{{{render.Id}}}","status":"completed","progress":"100","output":{"url":"{{{address}}}","duration":"{{{seconds}}}","size":"{{{_film.Bytes.Length}}}","codec":"h264"}}""";
    });
}
