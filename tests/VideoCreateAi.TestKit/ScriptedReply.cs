using System.Text;
using Microsoft.AspNetCore.Http;

namespace VideoCreateAi.TestKit;

/// <summary>What a scripted backend answers to one request.</summary>
public sealed class ScriptedReply(Func<HttpContext, Task> answer, bool readsBody = true)
{
    /// <summary>False = the answer goes out before the body is read.</summary>
    public bool ReadsBody { get; } = readsBody;

    public static ScriptedReply Json(string json, int status = 200) => Of(status, "application/json", json);

    public static ScriptedReply Of(int status, string? mediaType, string body, params (string Name, string Value)[] headers) =>
        Of(status, mediaType, Encoding.UTF8.GetBytes(body), headers);

    public static ScriptedReply Of(int status, string? mediaType, byte[] body, params (string Name, string Value)[] headers) =>
        new(context =>
        {
            Head(context, status, mediaType, headers);
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });

    public static ScriptedReply Early(int status, string json) => new(
        context =>
        {
            Head(context, status, "application/json", []);
            return context.Response.WriteAsync(json);
        },
        readsBody: false);

    /// <summary>The events, one data line each, then the end of the body.</summary>
    public static ScriptedReply Events(params string[] events) =>
        Of(200, "text/event-stream", string.Concat(events.Select(data => $"data: {data}\n\n")));

    /// <summary>The bytes, and then the connection ends before the announced length.</summary>
    public static ScriptedReply Broken(int status, string mediaType, byte[] body, long announced, params (string Name, string Value)[] headers) =>
        new(async context =>
        {
            Head(context, status, mediaType, headers);
            context.Response.ContentLength = announced;

            // Ending short makes the server close the connection; an abort could take back what was sent.
            await context.Response.Body.WriteAsync(body);
        });

    /// <summary>Takes the request and breaks the connection without a word.</summary>
    public static ScriptedReply Reset() => new(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The events, and then silence until the client goes away.</summary>
    public static ScriptedReply Hanging(params string[] events) => new(async context =>
    {
        Head(context, 200, "text/event-stream", []);
        foreach (var data in events)
        {
            await context.Response.WriteAsync($"data: {data}\n\n");
        }

        await context.Response.Body.FlushAsync();
        var gone = new TaskCompletionSource();
        await using (context.RequestAborted.Register(gone.SetResult))
        {
            await gone.Task;
        }
    });

    internal Task AnswerAsync(HttpContext context) => answer(context);

    private static void Head(HttpContext context, int status, string? mediaType, (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers.Append(name, value);
        }
    }
}
