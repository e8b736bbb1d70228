using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.TestKit.Cloud;

namespace VideoCreateAi.ProtocolTests.Contract;

/// <summary>A paid one that answers in every form but the studio's.</summary>
public sealed class CloudContractBackend : ContractBackend
{
    private ScriptedCloud _cloud = null!;
    private CloudFilm _film = null!;

    public override string FirstMessage => "a city at dusk";

    public override string EditMessage => "add a title";

    public override bool EditIsSilent => true;

    public override byte[]? Film => _film.Bytes;

    internal override BackendDescription Description => BackendDescription.Cloud(_cloud.Address);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    private protected override HttpMessageHandler Connect() => NetworkConnection.ToBackend(Description, new GatewayOptions());

    private protected override async Task StartAsync()
    {
        _film = await MakeFilmAsync();
        _cloud = await ScriptedCloud.StartAsync(_film, options => (options.StarterCredits, options.PollsUntilDone) = (100_000, 2));
    }
}
