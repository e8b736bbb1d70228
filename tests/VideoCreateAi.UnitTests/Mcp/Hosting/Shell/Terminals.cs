using VideoCreateAi.Mcp.Hosting.Shell;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Shell;

/// <summary>A terminal whose words are kept.</summary>
internal sealed class Terminals : IDisposable
{
    public StringWriter Output { get; } = new() { NewLine = "\n" };

    public StringWriter Error { get; } = new() { NewLine = "\n" };

    /// <param name="answer">What the person types; null = the end of the input.</param>
    public ShellTerminal With(string? answer = null, bool isInteractive = true) => new()
    {
        Input = new StringReader(answer is null ? "" : answer + "\n"),
        Output = Output,
        Error = Error,
        IsInteractive = isInteractive,
        DrawsOutput = false,
        DrawsError = false,
    };

    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
    }
}
