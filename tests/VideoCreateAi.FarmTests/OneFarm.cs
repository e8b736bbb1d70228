namespace VideoCreateAi.FarmTests;

/// <summary>One farm for all tests that need processes, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneFarm : ICollectionFixture<FarmStage>
{
    public const string Name = "farm";
}
