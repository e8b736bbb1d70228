namespace VideoCreateAi.TestKit.Cloud;

/// <summary>One render, and all that was asked about it.</summary>
/// <param name="Draft">The bytes of the draft as they stood in the first submit.</param>
/// <param name="Output">The output part of the first submit.</param>
public sealed record CloudRender(string Id, CloudAccount Account, byte[] Draft, string Output)
{
    public int Submits { get; set; } = 1;

    public int Polls { get; set; }

    public bool IsCancelled { get; set; }
}
