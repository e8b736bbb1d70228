namespace VideoCreateAi.Mcp.Hosting.Shell;

/// <summary>What a command for people sees of the terminal in front of it.</summary>
internal sealed record ShellTerminal
{
    public required TextReader Input { get; init; }

    /// <summary>The result, and nothing else.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Progress, questions and faults.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Somebody can be asked.</summary>
    public required bool IsInteractive { get; init; }

    /// <summary><see cref="Output"/> is a terminal that understands more than lines.</summary>
    public required bool DrawsOutput { get; init; }

    /// <summary><see cref="Error"/> is a terminal that understands more than lines.</summary>
    public required bool DrawsError { get; init; }

    /// <summary>The user wants none (NO_COLOR).</summary>
    public bool IsWithoutColor { get; init; }

    public static ShellTerminal OfThisProcess()
    {
        var isPlain = ServerSettings.Variable("TERM") is "dumb";
        return new()
        {
            Input = Console.In,
            Output = Console.Out,
            Error = Console.Error,
            IsInteractive = !Console.IsInputRedirected && !Console.IsErrorRedirected,
            DrawsOutput = !Console.IsOutputRedirected && !isPlain,
            DrawsError = !Console.IsErrorRedirected && !isPlain,
            IsWithoutColor = ServerSettings.Variable("NO_COLOR") is not null,
        };
    }

    /// <summary>Asks a question whose answer is no unless it is said otherwise.</summary>
    public bool Confirms(string question, CancellationToken cancellationToken)
    {
        Error.Write($"{question} [y/N] ");
        Error.Flush();

        // A read of a terminal cannot be called back: Ctrl-C leaves it to its thread, which ends with the program.
        var answer = Task.Run(Input.ReadLine, CancellationToken.None);
        try
        {
            answer.Wait(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Error.WriteLine();
            throw;
        }

        return answer.Result?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
