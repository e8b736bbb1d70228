namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>How a turn ended, as far as its stream tells.</summary>
internal abstract record TurnOutcome
{
    private TurnOutcome()
    {
    }

    /// <summary>What came by on the way.</summary>
    public TurnTally Tally { get; init; } = new();

    /// <summary>It answered in words. They are the backend's and still speak of its own interface.</summary>
    internal sealed record Replied(string Text) : TurnOutcome
    {
        /// <summary>True when the backend reported a failure on the way.</summary>
        public bool WithFailure { get; init; }
    }

    /// <summary>It ended without a word about what it did. Whether anything changed, the state tells.</summary>
    internal sealed record Silent : TurnOutcome
    {
        /// <summary>What it said before it went to work, such as "Adding the title now."; mostly empty.</summary>
        public string Announced { get; init; } = "";

        /// <summary>True when the end may as well be a cut: nothing but signs of life came, or a tool was still at work.</summary>
        public bool MayBeCut { get; init; }
    }

    /// <summary>The stream was lost while work may go on. Sending again could bill the user twice.</summary>
    internal sealed record Lost(TurnLoss Loss, string TextSoFar) : TurnOutcome;

    /// <summary>The backend said no, at once or on the way.</summary>
    internal sealed record Refused(BackendException Error, string TextSoFar) : TurnOutcome
    {
        /// <summary>True when events of work came before the refusal: the state may have changed.</summary>
        public bool WorkMayHaveBegun { get; init; }
    }
}
