namespace VideoCreateAi.ProtocolTests.Contract;

public sealed class CloudContract(CloudContractBackend backend) : BackendContract(backend), IClassFixture<CloudContractBackend>;
