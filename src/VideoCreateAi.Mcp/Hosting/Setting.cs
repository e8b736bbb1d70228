namespace VideoCreateAi.Mcp.Hosting;

/// <summary>One thing that can be set, in the words of the help and of the documents.</summary>
/// <param name="Option">As on the command line; null where only the environment says it.</param>
/// <param name="Variable">The environment's name for it. The option wins over it.</param>
/// <param name="Default">What holds when it is not set.</param>
/// <param name="Meaning">A sentence without its full stop.</param>
internal sealed record Setting(string? Option, string Variable, string Default, string Meaning)
{
    public string Help => $"{Meaning} ({Variable}). Default: {Default}.";
}
