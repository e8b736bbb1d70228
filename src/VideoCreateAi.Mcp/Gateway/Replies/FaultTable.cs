using System.Globalization;
using System.Net;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.Mcp.Gateway.Replies;

/// <summary>From a refusal in any form to a fault and a message: the first row that applies.</summary>
internal static class FaultTable
{
    private static readonly HashSet<int> s_codes =
    [
        401, 409, 413, 415,
        BackendCode.ExportBlockedByPlan, BackendCode.NotFound, BackendCode.RateLimited, BackendCode.Internal,
        BackendCode.TokenInvalid, BackendCode.SessionNotFound, BackendCode.OutOfCredits,
        BackendCode.UnsupportedFileType, BackendCode.FileTooLarge,
    ];

    private static readonly FaultRow[] s_rows =
    [
        new(Says("timeline_empty"), BackendFault.TimelineEmpty,
            (_, _) => "There is nothing on the timeline yet, so nothing was rendered. Add media or describe the video first, then export."),

        new(Is(BackendCode.TokenInvalid, 401), BackendFault.TokenInvalid,
            (_, context) => context switch
            {
                { IsAnonymous: false } => "The backend does not accept the configured token (NEMO_TOKEN): it is wrong or has expired. Nothing was done by this call. Set a valid token and start again; it is never replaced on its own.",
                { Backend.Kind: BackendKind.Studio } => "The studio asked for a new token. Nothing was done by this call; call again.",
                _ => "The starter token is no longer accepted. Nothing was done by this call. A new starter token may be a new account, so projects made with the old one may be out of reach; the next call gets a new one. To keep the old account, set NEMO_TOKEN.",
            }),

        new(Is(BackendCode.SessionNotFound), BackendFault.SessionNotFound, (_, _) => SessionGone),

        // A server that knows the path answers in JSON; a 404 page means that the address is wrong.
        new((refusal, context) => context.Scope == CallScope.Session && refusal is { IsJson: true } && Is(BackendCode.NotFound, 404)(refusal, context),
            BackendFault.SessionNotFound, (_, _) => SessionGone),

        new(Is(BackendCode.NotFound, 404), BackendFault.NotFound,
            (_, context) => $"{Capital(context.Backend.Name)} does not know what was asked for. Nothing was changed."),

        new(Is(BackendCode.OutOfCredits), BackendFault.OutOfCredits,
            (_, context) => context switch
            {
                { Backend.IsFree: true } => "The studio reports that its credits are used up, though it charges none. Nothing was done.",
                { IsAnonymous: true, UserId: { } user } when BackendIds.IsPlain(user) =>
                    $"The starter credits are used up, so this step was not done. To go on, register at {Link(context, $"register?bind={user}")}; the work so far is kept.",
                { IsAnonymous: true } => $"The starter credits are used up, so this step was not done. To go on, register at {Link(context, "register")}.",
                _ => $"The account is out of credits, so this step was not done. Top up at {Link(context, "")}, then ask again.",
            }),

        new(Is(BackendCode.ExportBlockedByPlan, 402), BackendFault.ExportBlockedByPlan,
            (_, context) => $"The account's plan does not include this export. That is a matter of the subscription, not of credits; nothing was rendered and nothing was charged. The plans: {Link(context, "")}"),

        new(Is(BackendCode.UnsupportedFileType, 415), BackendFault.UnsupportedFileType,
            (_, _) => $"This type of file is not supported, so nothing was added. Accepted: {AcceptedFiles.List}."),

        new(Is(BackendCode.FileTooLarge, 413), BackendFault.FileTooLarge,
            (_, _) => $"The file is larger than the limit of {AcceptedFiles.MaxBytes / (1024 * 1024)} MB, so nothing was added. Trim or compress it, then upload it again."),

        new(Is(BackendCode.RateLimited, 429), BackendFault.RateLimited,
            (refusal, _) => $"The backend takes no more requests right now. Nothing was done and nothing was charged. Try again in {Seconds(refusal.RetryAfter)}."),

        new((refusal, _) => refusal is { Status: HttpStatusCode.OK, IsJson: false }, BackendFault.ReplyInvalid,
            (_, context) => $"The answer did not come from {context.Backend.Name} as expected: something in between, such as a sign-in page of the network, may have answered. Check the connection and the backend's address."),

        new((refusal, _) => (int)refusal.Status is >= 300 and < 400, BackendFault.ReplyInvalid,
            (_, context) => $"{Capital(context.Backend.Name)} sent the request on to another address, which is not followed. Check the backend's address."),

        new(Is(409, 409), BackendFault.Conflict,
            (_, _) => "The backend is already working on this. Nothing was done twice; ask for the state of the running work."),

        new((refusal, _) => refusal.Code is >= 500 and < 600 || (int)refusal.Status >= 500, BackendFault.BackendError,
            (_, context) => $"{Capital(context.Backend.Name)} failed on its side. Try again in a minute; if it stays so, it is not about your request."),

        new((refusal, _) => (int)refusal.Status is >= 400 and < 500 || refusal.Code is not null, BackendFault.RequestRefused,
            (_, context) => $"{Capital(context.Backend.Name)} refused the request. Nothing was done and nothing was charged."),

        new((_, _) => true, BackendFault.BackendError,
            (_, context) => $"{Capital(context.Backend.Name)} reported a failure without saying which. Look at the project's state before trying again."),
    ];

    private const string SessionGone =
        "The backend no longer knows this project's session, so its timeline there is gone. Nothing was charged by this call. The next call begins a new session; upload the files again before editing.";

    public static BackendException Exception(Refusal refusal, FaultContext context)
    {
        // A code that only this backend knows says less than the status that it came with.
        var known = refusal.Status != HttpStatusCode.OK && refusal.Code is { } code && !s_codes.Contains(code)
            ? refusal with { Code = null }
            : refusal;
        var row = s_rows.First(row => row.Applies(known, context));

        // Our own studio writes its sentences for people. What a stranger writes is not repeated.
        var own = context.Backend.Kind == BackendKind.Studio ? PlainWords.Of(refusal.Text) : null;
        return new BackendException(row.Fault, own ?? row.Message(refusal, context))
        {
            // The word goes out as a stable code, and only the studio's words are known to be stable.
            Reason = context.Backend.Kind == BackendKind.Studio ? refusal.Word : null,
            RetryAfter = refusal.RetryAfter,
        };
    }

    private static Func<Refusal, FaultContext, bool> Is(int code, int? status = null) =>
        (refusal, _) => refusal.Code == code || refusal.Code == (status ?? code) || (refusal.Code is null && (int)refusal.Status == status);

    private static Func<Refusal, FaultContext, bool> Says(string word) => (refusal, _) => refusal.Word == word;

    private static string Link(FaultContext context, string path) => new Uri(context.WebAddress, path).AbsoluteUri;

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Seconds(TimeSpan? wait) => wait is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(known.TotalSeconds)} seconds")
        : "30 seconds";
}
