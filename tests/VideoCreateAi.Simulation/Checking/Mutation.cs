namespace VideoCreateAi.Simulation.Checking;

/// <summary>A fault put into the client on purpose.</summary>
internal enum Mutation
{
    None,

    /// <summary>A message whose connection broke is sent again.</summary>
    ResendTurn,

    /// <summary>A render goes out under another id than the one written down.</summary>
    NewRenderId,

    /// <summary>The draft is written anew before it is rendered.</summary>
    RewriteDraft,

    /// <summary>A finished file has one byte changed.</summary>
    SpoilFile,

    /// <summary>A message whose connection broke is taken for one that was refused.</summary>
    HideLoss,

    /// <summary>A new process begins with an empty ledger.</summary>
    ForgetJobs,

    /// <summary>A new process begins with an empty history.</summary>
    ForgetSteps,
}
