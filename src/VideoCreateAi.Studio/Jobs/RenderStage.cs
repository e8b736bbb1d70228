namespace VideoCreateAi.Studio.Jobs;

/// <summary>The words of the <c>stage</c> column: where a render is that is made in parts. Null before that, and for all others.</summary>
internal static class RenderStage
{
    /// <summary>Its parts are being made. The render itself is nobody's attempt.</summary>
    public const string Parts = "parts";

    /// <summary>All parts are there, and somebody puts them together.</summary>
    public const string Join = "join";

    /// <summary>Where a worker may take the render itself, as a condition of SQL.</summary>
    public const string IsAttempted = "(stage IS NULL OR stage='join')";
}
