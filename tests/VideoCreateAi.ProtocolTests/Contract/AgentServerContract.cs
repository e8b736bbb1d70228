namespace VideoCreateAi.ProtocolTests.Contract;

public sealed class AgentServerContract(AgentServerContractBackend backend) : BackendContract(backend), IClassFixture<AgentServerContractBackend>;
