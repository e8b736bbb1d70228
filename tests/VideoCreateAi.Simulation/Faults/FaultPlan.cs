using VideoCreateAi.Simulation.Model;

namespace VideoCreateAi.Simulation.Faults;

/// <summary>Decides request by request what goes wrong, until the schedule's faults are used up.</summary>
internal sealed class FaultPlan(World world)
{
    private static readonly Fault[] s_any =
    [
        Fault.Refused, Fault.LostOnTheWay, Fault.ReplyLost, Fault.ReplyLost, Fault.ProxyErrorBefore, Fault.ProxyErrorAfter, Fault.RateLimited,
        Fault.SignInPage, Fault.TruncatedReply, Fault.CutReply, Fault.SlowReply, Fault.SilenceBefore, Fault.SilenceAfter, Fault.ClockJump, Fault.Suspended,
    ];

    private static readonly Fault[] s_account = [Fault.TokenExpired, Fault.SessionGone];
    private static readonly Fault[] s_turn = [Fault.CutReply, Fault.TruncatedReply, Fault.HeartbeatsForever, Fault.StalledBody, Fault.NoCredits];
    private static readonly Fault[] s_render = [Fault.BlockedByPlan, Fault.ReplyLost];
    private static readonly Fault[] s_download = [Fault.CutReply, Fault.TruncatedReply, Fault.StalledBody, Fault.OutputGone, Fault.WrongFile];
    private static readonly Fault[] s_crash = [Fault.CrashBefore, Fault.CrashSent, Fault.CrashAnswered];

    private int _faults;
    private int _crashes;
    private bool _over;

    public int Count => _faults + _crashes;

    /// <summary>From here on everything goes well.</summary>
    public void End() => _over = true;

    public bool MayCrash() => !_over && _crashes < world.Schedule.MostCrashes && world.Dice.Chance(world.Schedule.CrashShare) && ++_crashes > 0;

    public Fault For(LoggedRequest request)
    {
        if (MayCrash())
        {
            return world.Dice.OneOf<Fault>(s_crash);
        }

        if (_over || _faults >= world.Schedule.MostFaults || !world.Dice.Chance(world.Schedule.FaultShare))
        {
            return Fault.None;
        }

        _faults++;
        var own = request.Kind switch
        {
            RequestKind.Turn => s_turn,
            RequestKind.Submit => s_render,
            RequestKind.Download => s_download,
            RequestKind.Token => s_any,
            _ => s_account,
        };
        return world.Dice.OneOf<Fault>(world.Dice.Chance(request.Kind is RequestKind.Turn or RequestKind.Download ? 0.5 : 0.12) ? own : s_any);
    }
}
