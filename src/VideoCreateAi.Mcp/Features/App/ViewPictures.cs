namespace VideoCreateAi.Mcp.Features.App;

/// <summary>Some frames of a timeline on one picture, in rows.</summary>
internal sealed record ViewPictures
{
    /// <summary>As a data: address.</summary>
    public required string Picture { get; init; }

    public required int Columns { get; init; }

    public required int Rows { get; init; }

    public required IReadOnlyList<double> TimesSeconds { get; init; }
}
