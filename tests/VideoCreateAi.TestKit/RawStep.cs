using System.Text;

namespace VideoCreateAi.TestKit;

/// <summary>One thing that a <see cref="LyingBackend"/> does on a connection, after it has read the head of a request.</summary>
public sealed class RawStep
{
    private readonly Func<RawConnection, Task> _play;

    private RawStep(Func<RawConnection, Task> play)
    {
        _play = play;
    }

    /// <summary>Reads the body to its announced end.</summary>
    public static RawStep ReadBody { get; } = new(connection => connection.ReadBodyAsync(long.MaxValue));

    /// <summary>Says no more, and keeps the connection open until the client goes away.</summary>
    public static RawStep Silence { get; } = new(connection => connection.UntilGoneAsync());

    /// <summary>Breaks the connection with a reset.</summary>
    public static RawStep Reset { get; } = new(connection => connection.ResetAsync());

    /// <summary>Reads only this much of the body.</summary>
    public static RawStep ReadSome(long bytes) => new(connection => connection.ReadBodyAsync(bytes));

    public static RawStep Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public static RawStep Send(byte[] bytes) => new(connection => connection.SendAsync(bytes));

    /// <summary>Byte for byte, each in a segment of its own.</summary>
    public static RawStep Drip(string text) => new(async connection =>
    {
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            await connection.SendAsync(new[] { one });
        }
    });

    /// <summary>The same piece again and again until the client has had enough.</summary>
    public static RawStep Endless(string piece) => new(async connection =>
    {
        var bytes = Encoding.UTF8.GetBytes(piece);
        while (await connection.SendAsync(bytes))
        {
        }
    });

    public static RawStep All(params RawStep[] steps) => new(async connection =>
    {
        foreach (var step in steps)
        {
            await step.PlayAsync(connection);
        }
    });

    /// <summary>Waits for the test.</summary>
    public static RawStep Until(Task signal) => new(_ => signal);

    internal Task PlayAsync(RawConnection connection) => _play(connection);
}
