using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Simulation.Faults;

namespace VideoCreateAi.Simulation.Model;

/// <summary>A backend as the protocol describes it, with a memory of all that it did. Its work goes on whatever happens to
/// the connection that asked for it.</summary>
internal sealed partial class ModelBackend(World world)
{
    private const string Configured = "nmv_usr_configured";

    private readonly Dictionary<string, ModelSession> _sessions = [];
    private readonly Dictionary<string, ModelRender> _renders = [];

    public IReadOnlyDictionary<string, ModelSession> Sessions => _sessions;

    public IReadOnlyDictionary<string, ModelRender> Renders => _renders;

    public IEnumerable<ModelTurn> Turns => _sessions.Values.SelectMany(session => session.Turns);

    private bool IsStudio => world.Schedule.Backend == BackendKind.Studio;

    /// <param name="fault">Only what the backend itself does differently: what happens to the line is not its matter.</param>
    public async Task<ModelReply> HandleAsync(LoggedRequest request, Fault fault)
    {
        world.CheckThread();
        if (request.Kind == RequestKind.Token)
        {
            return GiveToken(request);
        }

        if (fault == Fault.TokenExpired)
        {
            Expire(request.Token);
        }

        if (!IsValid(request.Token))
        {
            return ModelReply.Json("""{"code":1001,"message":"token expired"}""", world.Dice.Chance(0.5) ? HttpStatusCode.Unauthorized : HttpStatusCode.OK);
        }

        if (fault == Fault.SessionGone && _sessions.TryGetValue(request.Id, out var lost))
        {
            lost.IsGone = true;
        }

        return request.Kind switch
        {
            RequestKind.Session => Begin(request),
            RequestKind.Turn => await TurnAsync(request, fault),
            RequestKind.Upload => Upload(request),
            RequestKind.State => await StateAsync(request),
            RequestKind.Claim => Data("""{"claim_token":"clm_1","expires_in":3600}"""),
            RequestKind.Credits => Credits(),
            RequestKind.Submit => Submit(request, fault),
            RequestKind.Status => Status(request),
            RequestKind.Cancel => Cancel(request),
            RequestKind.Download => Download(request, fault),
            _ => Failure(404, "not found"),
        };
    }

    private ModelReply Begin(LoggedRequest request)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"session-{_sessions.Count + 1}");
        var session = new ModelSession(id, request.Token!) { Revision = world.Schedule.BeginsWithTimeline ? 1 : 0 };
        _sessions[id] = session;
        return Data($$"""{"task_id":"task-{{id}}","session_id":"{{id}}","user_id":"user"}""");
    }

    private ModelReply Upload(LoggedRequest request)
    {
        if (Known(request.Id) is not { } session)
        {
            return Failure(1002, "session not found");
        }

        world.Checker.OnUpload(request, session);
        using var body = JsonDocument.Parse(request.Body);
        var files = body.RootElement.GetProperty("urls").EnumerateArray().Select(url =>
            $$"""{"filename":"{{Path.GetFileName(url.GetString())}}","file_type":"image","width":640,"height":480}""").ToList();
        session.Media += files.Count;
        return Data($$"""{"files":[{{string.Join(',', files)}}],"session_state_applied":true}""");
    }

    private async Task<ModelReply> StateAsync(LoggedRequest request)
    {
        if (Known(request.Id) is not { } session)
        {
            return Failure(1002, "session not found");
        }

        // Our own studio answers a read when the turn before it has ended.
        while (IsStudio && session.IsBusy)
        {
            await world.DelayAsync(TimeSpan.FromMilliseconds(50));
        }

        return Data($$$"""{"session_id":"{{{session.Id}}}","task_id":"t","state":{"draft":{{{session.Draft()}}},"video_infos":[],"generated_media":[]}}""");
    }

    private ModelReply Credits()
    {
        var spent = IsStudio ? 0 : 50 * Turns.Count(turn => turn.IsCharged);
        return Data(string.Create(CultureInfo.InvariantCulture, $$"""{"available":{{1000 - spent}},"frozen":0,"total":1000}"""));
    }

    private ModelSession? Known(string id) => _sessions.TryGetValue(id, out var session) && !session.IsGone ? session : null;

    private ModelReply Data(string json) => ModelReply.Json(world.Schedule.Envelope switch
    {
        0 => $$"""{"code":0,"data":{{json}}}""",
        1 => $$"""{"success":true,"data":{{json}}}""",
        _ => json,
    });

    private ModelReply Failure(int code, string message)
    {
        var status = code is >= 400 and < 600 && world.Dice.Chance(0.7) ? (HttpStatusCode)code : HttpStatusCode.OK;
        return ModelReply.Json(string.Create(CultureInfo.InvariantCulture, $$"""{"code":{{code}},"message":"{{message}}"}"""), status);
    }

    private static byte[] Event(string json) => Encoding.UTF8.GetBytes($"data: {json}\n\n");
}
