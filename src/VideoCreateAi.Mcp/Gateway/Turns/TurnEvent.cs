using VideoCreateAi.Mcp.Gateway.Replies;

namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>An event of a turn's stream, whatever family and letter case it came in. Thoughts are gone already.</summary>
internal sealed record TurnEvent(TurnEventKind Kind)
{
    public static TurnEvent Heartbeat { get; } = new(TurnEventKind.Heartbeat);

    public static TurnEvent Unknown { get; } = new(TurnEventKind.Unknown);

    public static TurnEvent Unreadable { get; } = new(TurnEventKind.Unreadable);

    public string? Id { get; init; }

    /// <summary>Text for the user; empty when there is none.</summary>
    public string Text { get; init; } = "";

    public TurnTextForm Form { get; init; }

    public IReadOnlyList<string> ToolsCalled { get; init; } = [];

    public IReadOnlyList<string> ToolsAnswered { get; init; } = [];

    public Refusal? Refusal { get; init; }
}
