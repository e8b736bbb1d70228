namespace VideoCreateAi.ProtocolTests.Contract;

public sealed class StudioContract(StudioContractBackend backend) : BackendContract(backend), IClassFixture<StudioContractBackend>;
