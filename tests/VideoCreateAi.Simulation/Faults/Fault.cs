namespace VideoCreateAi.Simulation.Faults;

/// <summary>What goes wrong with one request.</summary>
internal enum Fault
{
    None,

    /// <summary>No connection: nothing was sent.</summary>
    Refused,

    /// <summary>Sent, never arrived, connection lost.</summary>
    LostOnTheWay,

    /// <summary>Sent, done, and the reply lost.</summary>
    ReplyLost,
    ProxyErrorBefore,
    ProxyErrorAfter,
    RateLimited,
    TokenExpired,
    SessionGone,
    NoCredits,
    BlockedByPlan,
    SignInPage,
    TruncatedReply,
    CutReply,
    SlowReply,
    SilenceBefore,
    SilenceAfter,
    HeartbeatsForever,
    StalledBody,
    OutputGone,
    WrongFile,
    ClockJump,
    Suspended,

    /// <summary>The process dies before the request leaves.</summary>
    CrashBefore,

    /// <summary>The process dies with the request on its way.</summary>
    CrashSent,

    /// <summary>The process dies with the answer at its door.</summary>
    CrashAnswered,
}
