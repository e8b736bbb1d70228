namespace VideoCreateAi.Mcp.Gateway.Turns;

internal enum TurnTextForm
{
    /// <summary>A whole text. It repeats the partial pieces before it.</summary>
    Whole,

    /// <summary>A piece that a later event repeats as a whole.</summary>
    Partial,

    /// <summary>A piece that nothing repeats.</summary>
    Piece,
}
