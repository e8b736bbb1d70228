namespace VideoCreateAi.Studio.Jobs;

/// <summary>What a worker is woken for: a render, or a part of one.</summary>
/// <param name="Round">How many attempts there were before. A ticket for another try is another ticket.</param>
internal sealed record RenderTicket(string RenderId, int? Part = null, int Round = 0)
{
    // Ids have letters, digits, _ and -, and no dots.
    private const string PartMark = ".p";
    private const string RoundMark = ".r";

    /// <summary>Its name in the queue.</summary>
    public string Name => Round == 0 ? Unit : FormattableString.Invariant($"{Unit}{RoundMark}{Round}");

    /// <summary>What it is for, whichever try it is.</summary>
    public string Unit => Part is { } part ? FormattableString.Invariant($"{RenderId}{PartMark}{part}") : RenderId;

    /// <summary>The unit of a name in the queue.</summary>
    public static string UnitOf(string name) => name.IndexOf(RoundMark, StringComparison.Ordinal) is var mark and >= 0 ? name[..mark] : name;
}
