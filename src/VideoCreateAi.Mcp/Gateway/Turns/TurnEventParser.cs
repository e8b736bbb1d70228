using System.Globalization;
using System.Text;
using System.Text.Json;
using VideoCreateAi.Mcp.Gateway.Replies;

namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>Reads the data of one event: both families of the protocol, in camelCase and snake_case.</summary>
internal static class TurnEventParser
{
    private const int MaxToolName = 64;

    public static TurnEvent Parse(ReadOnlySpan<byte> data)
    {
        data = data.Trim(" \t\r\n"u8);
        if (data.IsEmpty || data.SequenceEqual("heartbeat"u8))
        {
            return TurnEvent.Heartbeat;
        }

        if (data.SequenceEqual("[DONE]"u8))
        {
            return TurnEvent.Unknown;
        }

        try
        {
            using var document = JsonDocument.Parse(data.ToArray(), JsonFields.Limits);
            return Parse(document.RootElement);
        }
        catch (JsonException)
        {
            return TurnEvent.Unreadable;
        }
    }

    public static TurnEvent Parse(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return TurnEvent.Unknown;
        }

        var id = item.Text("id");
        return item.Text("type") switch
        {
            "heartbeat" or "ping" => TurnEvent.Heartbeat,
            "text" => new TurnEvent(TurnEventKind.Content)
            {
                Id = id,
                Text = IsThought(item) ? "" : item.Text("content", "text") ?? "",
                Form = item.Flag("partial") switch
                {
                    true => TurnTextForm.Partial,
                    false => TurnTextForm.Whole,
                    null => TurnTextForm.Piece,
                },
            },
            "tool_call" or "toolCall" => new TurnEvent(TurnEventKind.Content) { Id = id, ToolsCalled = [ToolName(item)] },
            "tool_result" or "toolResult" => new TurnEvent(TurnEventKind.Content) { Id = id, ToolsAnswered = [ToolName(item)] },
            "error" => Failure(id, item.Field("code", "error_code", "errorCode"), item.Text("message", "content", "error", "error_message", "errorMessage")),
            _ => Agent(item, id),
        };
    }

    private static TurnEvent Agent(JsonElement item, string? id)
    {
        var code = item.Field("errorCode", "error_code");
        if (code is not null || item.Field("errorMessage", "error_message") is not null)
        {
            return Failure(id, code, item.Text("errorMessage", "error_message")) with { Text = AgentText(item) };
        }

        if (item.Field("content") is { ValueKind: JsonValueKind.Object } content)
        {
            return new TurnEvent(TurnEventKind.Content)
            {
                Id = id,
                Text = AgentText(item),
                Form = item.Flag("partial") == true ? TurnTextForm.Partial : TurnTextForm.Whole,
                ToolsCalled = Tools(content, "functionCall", "function_call"),
                ToolsAnswered = Tools(content, "functionResponse", "function_response"),
            };
        }

        return Reply.RefusalIn(item, new Refusal { IsJson = true }) is { } refusal
            ? new TurnEvent(TurnEventKind.Failure) { Id = id, Refusal = refusal }
            : TurnEvent.Unknown;
    }

    private static string AgentText(JsonElement item)
    {
        // What the user said, or a tool answered, comes by as content of the user.
        if (item.Text("author") == "user" || item.Field("content") is not { } content || content.Text("role") == "user")
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var part in content.Items("parts"))
        {
            if (!IsThought(part))
            {
                text.Append(part.Text("text"));
            }
        }

        return text.ToString();
    }

    /// <summary>Anything that does not plainly say no: what is shown by mistake cannot be taken back.</summary>
    private static bool IsThought(JsonElement part) => part.Field("thought") switch
    {
        null or { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.Number } number => !number.TryGetDouble(out var value) || value != 0,
        { } other => !string.Equals(other.AsText(), "false", StringComparison.OrdinalIgnoreCase),
    };

    private static List<string> Tools(JsonElement content, params ReadOnlySpan<string> names)
    {
        var tools = new List<string>();
        foreach (var part in content.Items("parts"))
        {
            if (part.Field(names) is { } tool)
            {
                tools.Add(ToolName(tool));
            }
        }

        return tools;
    }

    private static TurnEvent Failure(string? id, JsonElement? code, string? message)
    {
        var word = code switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetRawText().Trim('"'),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };
        var isNumber = int.TryParse(word, NumberStyles.Integer, CultureInfo.InvariantCulture, out var known);
        return new TurnEvent(TurnEventKind.Failure)
        {
            Id = id,
            Refusal = new Refusal
            {
                IsJson = true,
                Code = isNumber ? known : null,
                Word = !isNumber && BackendIds.IsPlain(word) ? word : null,
                Text = message,
            },
        };
    }

    private static string ToolName(JsonElement tool) =>
        tool.Text("name") is { Length: > 0 and <= MaxToolName } name && BackendIds.IsPlain(name) ? name : "tool";
}
