using System.Globalization;
using System.Net;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.Mcp.Gateway.Replies;

/// <summary>From a refusal in any form to a fault and a message: the first row that applies.</summary>
internal static class FaultTable
{
    // Room for every problem of a list of exact edits.
    private const int LongestOwn = 6000;

    private const string NothingCharged = "Nothing was charged by this call.";

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
            (_, _) => "There is nothing on the timeline yet.",
            _ => "Nothing was rendered and nothing was charged.",
            (_, _) => "Add media or describe the video first, then export."),

        new(Is(BackendCode.TokenInvalid, 401), BackendFault.TokenInvalid,
            (_, context) => context switch
            {
                { IsAnonymous: false } => "The backend does not accept the configured token (NEMO_TOKEN): it is wrong or has expired.",
                { Backend.Kind: BackendKind.Studio } => "The studio asked for a new token.",
                _ => "The starter token is no longer accepted.",
            },
            _ => "Nothing was done by this call and nothing was charged.",
            (_, context) => context switch
            {
                { IsAnonymous: false } => "Set a valid token and start again; it is never replaced on its own.",
                { Backend.Kind: BackendKind.Studio } => "Call again.",
                _ => "A new starter token may be a new account, so projects made with the old one may be out of reach, and what they hold can no longer be looked at; the next call gets a new token. To keep the old account, set NEMO_TOKEN.",
            }),

        new(Is(BackendCode.SessionNotFound), BackendFault.SessionNotFound, SessionGone, _ => NothingCharged, BeginAnew),

        // A server that knows the path answers in JSON; a 404 page means that the address is wrong.
        new((refusal, context) => context.IsOfSession && refusal is { IsJson: true } && Is(BackendCode.NotFound, 404)(refusal, context),
            BackendFault.SessionNotFound, SessionGone, _ => NothingCharged, BeginAnew),

        new(Is(BackendCode.NotFound, 404), BackendFault.NotFound,
            (_, context) => $"{Capital(context.Backend.Name)} does not know what was asked for.",
            _ => "Nothing was changed and nothing was charged.",
            (_, _) => "Check the backend's address, and the id where one was given."),

        new(Is(BackendCode.OutOfCredits), BackendFault.OutOfCredits,
            (_, context) => context switch
            {
                { Backend.IsFree: true } => "The studio reports that its credits are used up, though it charges none.",
                { IsAnonymous: true } => "The starter credits are used up.",
                _ => "The account is out of credits.",
            },
            context => context.Backend.IsFree ? "Nothing was done." : "This step was not done and nothing was charged for it.",
            (_, context) => context switch
            {
                { Backend.IsFree: true } => "Call again.",
                { IsAnonymous: true } => $"To go on, register at {context.Links.Register(context.UserId)}; the work so far is kept.",
                _ => $"Top up at {context.Links.Home}, then ask again.",
            }),

        new(Is(BackendCode.ExportBlockedByPlan, 402), BackendFault.ExportBlockedByPlan,
            (_, _) => "The account's plan does not include this: a matter of the subscription, not of credits.",
            _ => "Nothing was rendered and nothing was charged.",
            (_, context) => $"The plans: {context.Links.Home}"),

        new(Is(BackendCode.UnsupportedFileType, 415), BackendFault.UnsupportedFileType,
            (_, _) => "This type of file is not supported.",
            _ => "Nothing was added and nothing was charged.",
            (_, _) => $"Accepted: {AcceptedFiles.List}."),

        new(Is(BackendCode.FileTooLarge, 413), BackendFault.FileTooLarge,
            (_, _) => $"The file is larger than the limit of {AcceptedFiles.MaxBytes / (1024 * 1024)} MB.",
            _ => "Nothing was added and nothing was charged.",
            (_, _) => "Trim or compress it, then upload it again."),

        new(Is(BackendCode.RateLimited, 429), BackendFault.RateLimited,
            (_, _) => "The backend takes no more requests right now.",
            _ => "Nothing was done and nothing was charged.",
            (refusal, _) => $"Try again in {Seconds(refusal.RetryAfter)}."),

        new((refusal, _) => refusal is { Status: HttpStatusCode.OK, IsJson: false }, BackendFault.ReplyInvalid,
            (_, context) => $"The answer did not come from {context.Backend.Name} as expected: something in between, such as a sign-in page of the network, may have answered.",
            Unsure,
            (_, _) => "Check the connection and the backend's address, then try again."),

        new((refusal, _) => (int)refusal.Status is >= 300 and < 400, BackendFault.ReplyInvalid,
            (_, context) => $"{Capital(context.Backend.Name)} sent the request on to another address, which is not followed.",
            _ => "Nothing was done and nothing was charged.",
            (_, _) => "Check the backend's address."),

        new(Is(409, 409), BackendFault.Conflict,
            (_, _) => "The backend is already working on this.",
            _ => "Nothing was done twice and nothing was charged by this call.",
            (_, _) => "Ask for the state of the running work."),

        new((refusal, _) => refusal.Code is >= 500 and < 600 || (int)refusal.Status >= 500, BackendFault.BackendError,
            (_, context) => $"{Capital(context.Backend.Name)} failed on its side.",
            Unsure,
            (_, context) => context.Scope == CallScope.Turn
                ? "Look at the timeline before the message is sent again."
                : "Try again in a minute; if it stays so, it is not about your request."),

        new((refusal, _) => (int)refusal.Status is >= 400 and < 500, BackendFault.RequestRefused,
            (_, context) => $"{Capital(context.Backend.Name)} refused the request.",
            _ => "Nothing was done and nothing was charged.",
            (_, _) => "Say it in other words, or ask for the project's state first."),

        // Whether it came before or after the work, only whoever gave the code knows.
        new((refusal, _) => refusal.Code is not null, BackendFault.BackendError,
            (refusal, context) => string.Create(CultureInfo.InvariantCulture, $"{Capital(context.Backend.Name)} reported a failure that is not known here (code {refusal.Code})."),
            Unsure,
            (_, _) => "Look at the project's state before trying again."),

        new((_, _) => true, BackendFault.BackendError,
            (_, context) => $"{Capital(context.Backend.Name)} reported a failure without saying which.",
            Unsure,
            (_, _) => "Look at the project's state before trying again."),
    ];

    /// <summary>Reactions that are a clear no: the backend looked at the request and did nothing of it.</summary>
    public static bool IsClearNo(this BackendFault fault) => fault is not (BackendFault.BackendError or BackendFault.ReplyInvalid);

    public static BackendException Exception(Refusal refusal, FaultContext context)
    {
        // A code that only this backend knows says less than the status that it came with.
        var known = refusal.Status != HttpStatusCode.OK && refusal.Code is { } code && !s_codes.Contains(code)
            ? refusal with { Code = null }
            : refusal;
        var row = s_rows.First(row => row.Applies(known, context));

        // Our own studio writes its sentences for people. What a stranger writes is not repeated.
        var own = context.Backend.Kind == BackendKind.Studio ? PlainWords.Of(refusal.Text, LongestOwn) : null;
        return new BackendException(row.Fault, own ?? Words(row, refusal, context))
        {
            // The word goes out as a stable code, and only the studio's words are known to be stable.
            Reason = context.Backend.Kind == BackendKind.Studio ? refusal.Word : null,
            RetryAfter = refusal.RetryAfter,
        };
    }

    private static string Words(FaultRow row, Refusal refusal, FaultContext context)
    {
        var certain = !context.WorkMayHaveBegun ? row.Certain(context)
            : context.Backend.IsFree ? "It had begun to work before, so the timeline may have changed: look at it before going on."
            : "It had begun to work before, so the timeline may have changed and credits may have been used: look at both before going on.";
        return $"{row.What(refusal, context)} {certain} {row.Next(refusal, context)}";
    }

    /// <summary>A failure may come after the work: only where a call costs nothing is it certain that none was charged.</summary>
    private static string Unsure(FaultContext context) => context switch
    {
        { Scope: not CallScope.Turn } => NothingCharged,
        { Backend.IsFree: true } => "Whether it did something of the message before is not certain.",
        _ => "Whether it did something of the message before, and charged for it, is not certain.",
    };

    private static string SessionGone(Refusal refusal, FaultContext context) =>
        "The backend no longer knows this project's session, so its timeline there is gone.";

    private static string BeginAnew(Refusal refusal, FaultContext context) =>
        "The next call begins a new session; upload the files again before editing.";

    private static Func<Refusal, FaultContext, bool> Is(int code, int? status = null) =>
        (refusal, _) => refusal.Code == code || refusal.Code == (status ?? code) || (refusal.Code is null && (int)refusal.Status == status);

    private static Func<Refusal, FaultContext, bool> Says(string word) => (refusal, _) => refusal.Word == word;

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Seconds(TimeSpan? wait) => wait is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(known.TotalSeconds)} seconds")
        : "30 seconds";
}
