using System.Text.Json.Serialization;
using VideoCreateAi.Protocol.Auth;
using VideoCreateAi.Protocol.Credits;
using VideoCreateAi.Protocol.Drafts;
using VideoCreateAi.Protocol.Renders;
using VideoCreateAi.Protocol.Sessions;
using VideoCreateAi.Protocol.State;
using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Protocol.Turns;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Protocol;

/// <summary>All that crosses HTTP, source-generated: reflection is off in every project.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Envelope<AnonymousToken>))]
[JsonSerializable(typeof(Envelope<ClaimToken>))]
[JsonSerializable(typeof(Envelope<BackendSession>))]
[JsonSerializable(typeof(Envelope<UploadReply>))]
[JsonSerializable(typeof(Envelope<StateReply>))]
[JsonSerializable(typeof(Envelope<CreditBalance>))]
[JsonSerializable(typeof(Envelope<StudioVersion>))]
[JsonSerializable(typeof(Envelope<PreviewImage>))]
[JsonSerializable(typeof(Envelope<StorageReport>))]
[JsonSerializable(typeof(Envelope<StorageFreed>))]
[JsonSerializable(typeof(Envelope<MediaPlaces>))]
[JsonSerializable(typeof(StorageCleaning))]
[JsonSerializable(typeof(PreviewImage))]
[JsonSerializable(typeof(PreviewRequest))]
[JsonSerializable(typeof(FailureEnvelope))]
[JsonSerializable(typeof(RenderEnvelope))]
[JsonSerializable(typeof(ClaimRequest))]
[JsonSerializable(typeof(SessionRequest))]
[JsonSerializable(typeof(TurnRequest))]
[JsonSerializable(typeof(AgentEvent))]
[JsonSerializable(typeof(UploadUrls))]
[JsonSerializable(typeof(RenderRequest))]
[JsonSerializable(typeof(RenderOutput))]
[JsonSerializable(typeof(Draft))]
public sealed partial class WireJson : JsonSerializerContext;
