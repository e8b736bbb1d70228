namespace VideoCreateAi.SafetyTests.Media;

/// <summary>Runs when nothing else does, since the kernel counts the time of all children together.</summary>
[CollectionDefinition(ChildTime.Alone, DisableParallelization = true)]
public sealed class ChildrenAlone;
