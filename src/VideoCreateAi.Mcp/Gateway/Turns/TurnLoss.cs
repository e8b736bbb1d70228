namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>How the view of a turn was lost. The work may go on at the backend in every case.</summary>
internal enum TurnLoss
{
    /// <summary>The connection broke after the request may have left.</summary>
    Broken,

    /// <summary>A failure that a proxy may have made while the request went through.</summary>
    ServerFailure,

    /// <summary>No byte came for too long.</summary>
    Silence,

    /// <summary>Nothing but heartbeats came for too long.</summary>
    Stalled,

    /// <summary>The hard limit of a turn was reached.</summary>
    TimedOut,

    /// <summary>More came than is read.</summary>
    TooMuch,

    /// <summary>It answered with something that is no stream.</summary>
    Unreadable,

    /// <summary>A page answered, such as the sign-in page of a network: most likely the message never came to the backend,
    /// though only its state can tell.</summary>
    NotTheBackend,
}
