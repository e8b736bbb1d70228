namespace VideoCreateAi.Protocol;

/// <summary>The paths of the backend's HTTP interface. Ids are escaped: they come from outside.</summary>
public static class Routes
{
    public const string AnonymousToken = "/api/auth/anonymous-token";
    public const string ClaimToken = "/api/auth/claim-token";
    public const string CreateSession = "/api/tasks/me/with-session/nemo_agent";
    public const string RunSse = "/run_sse";
    public const string UploadTemplate = "/api/upload-video/nemo_agent/me/{session}";
    public const string StateTemplate = "/api/state/nemo_agent/me/{session}/latest";
    public const string CreditBalance = "/api/credits/balance/simple";
    public const string SubmitRender = "/api/render/proxy/lambda";
    public const string RenderStatusTemplate = "/api/render/proxy/lambda/{render}";
    public const string CancelRenderTemplate = "/api/render/proxy/lambda/{render}/cancel";
    public const string DownloadRenderTemplate = "/api/render/proxy/{render}/download";

    /// <summary>Only the embedded studio answers these. They are no part of the cloud's interface.</summary>
    public const string StudioVersion = "/studio/version";
    public const string StudioDrain = "/studio/drain";
    public const string StudioStorage = "/studio/storage";
    public const string StudioStorageClean = "/studio/storage/clean";
    public const string StudioProjectTemplate = "/studio/projects/{session}";
    public const string StudioPreviewTemplate = "/studio/projects/{session}/preview";
    public const string StudioSheetTemplate = "/studio/renders/{render}/sheet";
    public const string StudioRows = "/studio/sheets";
    public const string StudioMediaTemplate = "/studio/projects/{session}/media";
    public const string StudioDraftTemplate = "/studio/projects/{session}/draft";

    public static string Upload(string sessionId) => $"/api/upload-video/nemo_agent/me/{Uri.EscapeDataString(sessionId)}";

    public static string State(string sessionId) => $"/api/state/nemo_agent/me/{Uri.EscapeDataString(sessionId)}/latest";

    public static string RenderStatus(string renderId) => $"{SubmitRender}/{Uri.EscapeDataString(renderId)}";

    public static string CancelRender(string renderId) => $"{RenderStatus(renderId)}/cancel";

    public static string StudioProject(string sessionId) => $"/studio/projects/{Uri.EscapeDataString(sessionId)}";

    public static string StudioDraft(string sessionId) => $"{StudioProject(sessionId)}/draft";

    public static string StudioMedia(string sessionId) => $"{StudioProject(sessionId)}/media";

    public static string StudioPreview(string sessionId) => $"{StudioProject(sessionId)}/preview";

    public static string StudioSheet(string renderId) => $"/studio/renders/{Uri.EscapeDataString(renderId)}/sheet";

    /// <summary>One sheet of several renders, each with the number that stands in front of it.</summary>
    public static string StudioRowsOf(IEnumerable<(int Number, string RenderId)> renders) =>
        StudioRows + "?" + string.Join('&', renders.Select(render => FormattableString.Invariant($"number={render.Number}&render={Uri.EscapeDataString(render.RenderId)}")));

    public static string DownloadRender(string renderId) => $"/api/render/proxy/{Uri.EscapeDataString(renderId)}/download";
}
