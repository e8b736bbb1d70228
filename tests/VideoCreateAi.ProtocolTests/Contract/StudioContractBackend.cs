using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.ProtocolTests.Studio;

namespace VideoCreateAi.ProtocolTests.Contract;

/// <summary>The real one, on its socket.</summary>
public sealed class StudioContractBackend : ContractBackend
{
    private readonly StudioFixture _studio = new();

    public override string FirstMessage => "make a 1 second video";

    public override string EditMessage => "add the title 'Hello'";

    public override bool EditIsSilent => false;

    public override string? LongMessage => "make it 60 seconds long";

    internal override BackendDescription Description => BackendDescription.Studio;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _studio.DisposeAsync();
    }

    private protected override HttpMessageHandler Connect() => StudioConnection.Create(_ => ValueTask.FromResult(_studio.SocketPath));

    private protected override Task StartAsync() => _studio.InitializeAsync();
}
