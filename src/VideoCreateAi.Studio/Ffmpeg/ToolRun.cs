namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>One run of a media tool: what it may see, write and use. Everything else is out of its reach.</summary>
internal sealed record ToolRun
{
    public required MediaTool Tool { get; init; }

    /// <summary>One value is one argument. Nothing that a user typed is ever among them.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The only folder that it can write to, and its working directory. Absolute.</summary>
    public required string WorkFolder { get; init; }

    /// <summary>Absolute paths of the files and folders that it can read besides the system's.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    public ToolLimits Limits { get; init; } = ToolLimits.Probe;

    /// <summary>Feeds its standard input, which is closed when the task ends. Null = no input.</summary>
    public Func<Stream, CancellationToken, Task>? Feed { get; init; }

    /// <summary>Reads its standard output to the end. Null = output is dropped.</summary>
    public Func<Stream, CancellationToken, Task>? Read { get; init; }
}
