namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>The program ended before it answered.</summary>
internal sealed class ProgramGoneException(string said) : Exception($"The program ended before it answered. {said}");
