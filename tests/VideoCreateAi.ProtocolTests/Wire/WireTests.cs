using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VideoCreateAi.Protocol;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Wire;

/// <summary>Every wire type, in and out again, held against bytes that were written by hand from the protocol.</summary>
public sealed class WireTests
{
    private const string Folder = "tests/VideoCreateAi.ProtocolTests/Wire";

    private static readonly Dictionary<string, JsonTypeInfo> s_types = new()
    {
        ["agent-event"] = WireJson.Default.AgentEvent,
        ["agent-failure"] = WireJson.Default.AgentEvent,
        ["anonymous-token"] = WireJson.Default.EnvelopeAnonymousToken,
        ["claim-request"] = WireJson.Default.ClaimRequest,
        ["claim-token"] = WireJson.Default.EnvelopeClaimToken,
        ["credits"] = WireJson.Default.EnvelopeCreditBalance,
        ["draft"] = WireJson.Default.Draft,
        ["failure"] = WireJson.Default.EnvelopeCreditBalance,
        ["media-places"] = WireJson.Default.EnvelopeMediaPlaces,
        ["preview-image"] = WireJson.Default.EnvelopePreviewImage,
        ["preview-request"] = WireJson.Default.PreviewRequest,
        ["render-failed"] = WireJson.Default.RenderEnvelope,
        ["render-request"] = WireJson.Default.RenderRequest,
        ["render-status"] = WireJson.Default.RenderEnvelope,
        ["session"] = WireJson.Default.EnvelopeBackendSession,
        ["session-request"] = WireJson.Default.SessionRequest,
        ["state"] = WireJson.Default.EnvelopeStateReply,
        ["storage-cleaning"] = WireJson.Default.StorageCleaning,
        ["storage-freed"] = WireJson.Default.EnvelopeStorageFreed,
        ["storage-report"] = WireJson.Default.EnvelopeStorageReport,
        ["studio-version"] = WireJson.Default.EnvelopeStudioVersion,
        ["turn-request"] = WireJson.Default.TurnRequest,
        ["upload"] = WireJson.Default.EnvelopeUploadReply,
        ["upload-urls"] = WireJson.Default.UploadUrls,
    };

    public static TheoryData<string> Names => new(s_types.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wire_type_reads_its_bytes_and_writes_them_again(string name)
    {
        var bytes = RepositoryFile.Read($"{Folder}/{name}.json");

        var value = JsonSerializer.Deserialize(bytes, s_types[name]);
        var written = JsonSerializer.SerializeToUtf8Bytes(value, s_types[name]);

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(bytes), JsonNode.Parse(written)),
            $"read:    {Encoding.UTF8.GetString(bytes)}\nwritten: {Encoding.UTF8.GetString(written)}");
    }

    [Fact]
    public void Every_file_of_bytes_has_its_type()
    {
        var files = Directory.GetFiles(RepositoryFile.PathOf(Folder), "*.json").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(s_types.Keys.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }
}
