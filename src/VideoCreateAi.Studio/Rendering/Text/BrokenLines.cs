namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Where the lines of a text end.</summary>
/// <param name="Ends">For each line the number of the first unit that is no longer on it.</param>
/// <param name="Cost">How badly they end and how unequal they are; 0 = as well as can be.</param>
internal sealed record BrokenLines(IReadOnlyList<int> Ends, double Cost);
