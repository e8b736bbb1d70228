using System.Net.ServerSentEvents;
using System.Text.Json;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Mcp.Gateway.Transport;

namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>Reads one turn's answer to its end, as a stream of events or as the one JSON body that some send instead.</summary>
internal sealed class TurnStream(GatewayOptions options, TurnWatch watch, TurnTranscript transcript)
{
    /// <returns>How the view was lost; null when the answer came to its end.</returns>
    public async Task<TurnLoss?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentEncoding.Any(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            return TurnLoss.Unreadable;
        }

        // Servers that forget the type, or call it plain text, do send events.
        return content.Headers.ContentType?.MediaType switch
        {
            null or "text/event-stream" or "text/plain" or "application/octet-stream" => await ReadEventsAsync(content, cancellationToken),
            "application/json" or "application/problem+json" => await ReadBodyAsync(content, cancellationToken),
            _ => TurnLoss.Unreadable,
        };
    }

    private async Task<TurnLoss?> ReadEventsAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var bytes = await content.ReadAsStreamAsync(cancellationToken);
        await using var counted = new TurnByteStream(bytes, options, watch.OnBytes);
        var parser = SseParser.Create(counted, static (_, data) => TurnEventParser.Parse(data));
        TurnEvent? last = null;
        await foreach (var item in parser.EnumerateAsync(cancellationToken))
        {
            last = item.Data;
            Take(last);
        }

        return counted.EndedInEvent && last?.Kind == TurnEventKind.Unreadable ? TurnLoss.Broken : null;
    }

    private async Task<TurnLoss?> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var (body, isCut) = await BoundedBody.ReadAsync(content, options.MaxStreamEventBytes, cancellationToken);
        if (isCut)
        {
            return TurnLoss.TooMuch;
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, JsonFields.Limits);
        }
        catch (JsonException)
        {
            return TurnLoss.Unreadable;
        }

        using (document)
        {
            foreach (var item in document.RootElement is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default)
            {
                Take(TurnEventParser.Parse(item));
            }

            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                Take(TurnEventParser.Parse(document.RootElement));
            }
        }

        return null;
    }

    private void Take(TurnEvent item)
    {
        if (transcript.Events >= options.MaxStreamEvents)
        {
            throw new TurnTooLargeException($"The stream holds more than {options.MaxStreamEvents} events.");
        }

        var text = transcript.Add(item);
        if (item.Kind == TurnEventKind.Heartbeat)
        {
            watch.Report(TurnProgressKind.Heartbeat);
            return;
        }

        if (item.Kind is TurnEventKind.Content or TurnEventKind.Failure)
        {
            watch.OnNews();
        }

        if (text.Length > 0)
        {
            watch.Report(TurnProgressKind.Text, text: text);
        }

        foreach (var tool in item.ToolsCalled)
        {
            watch.Report(TurnProgressKind.ToolCalled, tool);
        }

        foreach (var tool in item.ToolsAnswered)
        {
            watch.Report(TurnProgressKind.ToolAnswered, tool);
        }
    }
}
