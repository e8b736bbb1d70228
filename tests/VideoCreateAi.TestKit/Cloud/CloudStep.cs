namespace VideoCreateAi.TestKit.Cloud;

/// <summary>A piece of an answer: what happens in the project, what is waited for, and then the bytes of the stream.</summary>
/// <param name="Text">Raw, with line ends as LF; they go out as CRLF.</param>
public sealed record CloudStep(string Text)
{
    public Action<CloudProject>? Change { get; init; }

    public Task? Until { get; init; }

    /// <summary>One event with its blank line.</summary>
    public static CloudStep Event(string data, Action<CloudProject>? change = null) => new($"data: {data}\n\n") { Change = change };
}
