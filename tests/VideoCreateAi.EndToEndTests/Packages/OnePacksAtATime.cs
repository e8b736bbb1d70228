namespace VideoCreateAi.EndToEndTests.Packages;

/// <summary>One after the other: all that packs writes to the same folders of intermediate files.</summary>
[CollectionDefinition(Name)]
public sealed class OnePacksAtATime
{
    public const string Name = "packing";
}
