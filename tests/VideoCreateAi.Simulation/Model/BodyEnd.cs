namespace VideoCreateAi.Simulation.Model;

/// <summary>How the line ends after the last byte.</summary>
internal enum BodyEnd
{
    Clean,
    Broken,

    /// <summary>Open, and nothing more comes.</summary>
    Hangs,
}
