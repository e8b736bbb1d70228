namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>A letter on its way into lines.</summary>
/// <param name="Advance">Its width, in the units of the line's.</param>
/// <param name="BreakCost">What it costs to end a line after it: 0 = gladly; null = never.</param>
/// <param name="IsHardBreak">The line ends here because the writer said so.</param>
internal readonly record struct TextUnit(int Start, int End, double Advance, bool IsSpace, int? BreakCost, bool IsHardBreak);
