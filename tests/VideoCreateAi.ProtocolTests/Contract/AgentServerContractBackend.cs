using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.TestKit.Adk;
using VideoCreateAi.TestKit.Cloud;

namespace VideoCreateAi.ProtocolTests.Contract;

/// <summary>An agent server of Google's kit behind the protocol's paths, with the streams of a real one.</summary>
public sealed class AgentServerContractBackend : ContractBackend
{
    private AdkServer _server = null!;
    private CloudFilm _film = null!;

    public override string FirstMessage => "make a video";

    public override string EditMessage => "add a title";

    public override bool EditIsSilent => true;

    public override byte[]? Film => _film.Bytes;

    internal override BackendDescription Description => BackendDescription.At(_server.Address);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }

    private protected override HttpMessageHandler Connect() => NetworkConnection.ToBackend(Description, new GatewayOptions());

    private protected override async Task StartAsync()
    {
        _film = await MakeFilmAsync();
        _server = await AdkServer.StartAsync(_film, AdkAgent.Answer);
    }
}
