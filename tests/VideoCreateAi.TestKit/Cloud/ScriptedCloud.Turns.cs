using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace VideoCreateAi.TestKit.Cloud;

public sealed partial class ScriptedCloud
{
    private async Task RunTurnAsync(HttpContext context, CloudAccount account)
    {
        using var asked = await JsonDocument.ParseAsync(context.Request.Body);
        if (ProjectOf(account, asked.RootElement.GetProperty("session_id").GetString()) is not { } project)
        {
            await context.Response.DetailAsync(404, "Session not found");
            return;
        }

        var message = asked.RootElement.GetProperty("new_message").GetProperty("parts")[0].GetProperty("text").GetString()!;
        var (turn, isPaid) = Look(() =>
        {
            project.Messages.Add(message);
            var answer = _options.Director(project, message);
            return (answer, account.Reserve(answer.Cost));
        });
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache, no-transform";
        await context.Response.StartAsync();
        if (!isPaid)
        {
            turn = new CloudTurn(0, new CloudStep(": ping\n\n"), CloudStep.Event("""{"type":"error","code":"2001","content":"Insufficient credits"}"""));
        }

        foreach (var step in turn.Steps)
        {
            await (step.Until ?? Task.CompletedTask).WaitAsync(context.RequestAborted);
            lock (_lock)
            {
                step.Change?.Invoke(project);
            }

            await context.Response.WriteInPiecesAsync(Encoding.UTF8.GetBytes(step.Text.ReplaceLineEndings("\r\n")));
        }

        lock (_lock)
        {
            account.Spend(turn.Cost);
        }
    }
}
