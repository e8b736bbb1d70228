using VideoCreateAi.Mcp.Gateway.Turns;

namespace VideoCreateAi.ProtocolTests.Gateway;

/// <summary>Hears progress at once, on the thread that reports it.</summary>
internal sealed class Listener(Action<TurnProgress> heard) : IProgress<TurnProgress>
{
    public void Report(TurnProgress value) => heard(value);
}
