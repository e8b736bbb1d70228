using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>A stable code and a message fit for the user, out of an exception of ours.</summary>
internal sealed record JobFault(string Code, string Message)
{
    public const string LedgerUnwritable = "ledger_unwritable";

    /// <summary>Null for a bug: that has no message for anybody.</summary>
    public static JobFault? Of(Exception exception) => exception switch
    {
        BackendException backend => new JobFault(backend.Reason ?? backend.Fault.Code(), backend.Message),
        FileRefusedException file => new JobFault(file.Code, file.Message),
        ToolRefusedException refused => new JobFault(refused.Code, refused.Message),
        LedgerUnwritableException unwritable => new JobFault(LedgerUnwritable, unwritable.Message),
        _ => null,
    };
}
