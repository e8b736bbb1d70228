using System.Net.ServerSentEvents;
using System.Text.Json;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Mcp.Gateway.Transport;

namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>Reads one turn's answer to its end, as a stream of events or as the one JSON body that some send instead.</summary>
internal sealed class TurnStream(GatewayOptions options, TurnWatch watch, TurnTranscript transcript, TokenRedactor redactor)
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <returns>How the view was lost; null when the answer came to its end.</returns>
    public async Task<TurnLoss?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentEncoding.Any(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            return TurnLoss.Unreadable;
        }

        // Servers that forget the type, or call it plain text, do send events.
        var loss = content.Headers.ContentType?.MediaType switch
        {
            null or "text/event-stream" or "text/plain" or "application/octet-stream" => await ReadEventsAsync(content, cancellationToken),
            "application/json" or "application/problem+json" => await ReadBodyAsync(content, cancellationToken),
            "text/html" or "application/xhtml+xml" => TurnLoss.NotTheBackend,
            _ => TurnLoss.Unreadable,
        };
        if (redactor.Rest() is { Length: > 0 } rest)
        {
            watch.Report(TurnProgressKind.Text, text: rest);
        }

        return loss;
    }

    private async Task<TurnLoss?> ReadEventsAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var bytes = await content.ReadAsStreamAsync(cancellationToken);
        await using var counted = new TurnByteStream(bytes, options, watch.OnBytes);
        var parser = SseParser.Create(counted, static (_, data) => (Event: TurnEventParser.Parse(data), Print: Fingerprint(data)));
        TurnEvent? afterEnd = null;
        await foreach (var item in parser.EnumerateAsync(cancellationToken))
        {
            afterEnd = counted.IsAtEnd ? item.Data.Event : null;
            if (item.EventId is not { Length: > 0 } id || transcript.IsNew(id, item.Data.Print))
            {
                Take(item.Data.Event);
            }
        }

        return counted.EndedInEvent && afterEnd is not { Kind: not (TurnEventKind.Unreadable or TurnEventKind.Heartbeat) } ? TurnLoss.Broken
            : transcript.Events == 0 ? ReadAsNone(counted)
            : null;
    }

    /// <summary>For what came under the name of a stream and holds no event: one JSON body, or a page.</summary>
    private TurnLoss? ReadAsNone(TurnByteStream stream)
    {
        var head = stream.Head.Span.StartsWith(Mark) ? stream.Head[Mark.Length..] : stream.Head;
        return head.Span.TrimStart(" \t\r\n"u8) switch
        {
            [(byte)'<', ..] => TurnLoss.NotTheBackend,
            [(byte)'{' or (byte)'[', ..] => stream.IsHeadAll ? ReadJson(head) : TurnLoss.Unreadable,
            _ => null,
        };
    }

    private async Task<TurnLoss?> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var (body, isCut) = await BoundedBody.ReadAsync(content, options.MaxStreamEventBytes, cancellationToken);
        return isCut ? TurnLoss.TooMuch : ReadJson(body);
    }

    private TurnLoss? ReadJson(ReadOnlyMemory<byte> body)
    {
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

        item = item with { ToolsCalled = Clean(item.ToolsCalled), ToolsAnswered = Clean(item.ToolsAnswered) };
        var text = redactor.Next(transcript.Add(item));
        if (item.Kind == TurnEventKind.Heartbeat)
        {
            watch.Report(TurnProgressKind.Heartbeat);
            return;
        }

        if (item.Kind == TurnEventKind.Failure)
        {
            watch.OnFailure();
        }
        else if (item.Kind == TurnEventKind.Content)
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

    private IReadOnlyList<string> Clean(IReadOnlyList<string> tools) =>
        tools.Any(redactor.IsIn) ? [.. tools.Select(tool => redactor.IsIn(tool) ? "tool" : tool)] : tools;

    private static int Fingerprint(ReadOnlySpan<byte> data)
    {
        var print = new HashCode();
        print.AddBytes(data);
        return print.ToHashCode();
    }
}
