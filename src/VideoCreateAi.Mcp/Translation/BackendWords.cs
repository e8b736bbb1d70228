namespace VideoCreateAi.Mcp.Translation;

/// <summary>What a user should know of the backend in use: where the work is done, what it costs, how to choose another.</summary>
internal static class BackendWords
{
    private const string Change = "To change it start the server with --backend studio, --backend cloud or --backend URL.";

    private const string Costs =
        "One generated clip uses about 100 credits, which is about all of a starter account; an editing session about 50; exports are free.";

    /// <summary>For the first answer of a conversation.</summary>
    public static string Introduction(string name, bool isFree, bool isCloud, bool isAnonymous) => (isFree, isCloud, isAnonymous) switch
    {
        (true, _, _) => $"About this server: videos are made by {name}; it is free and nothing leaves the machine. {Change}",
        (_, false, _) => $"About this server: videos are made by {name}. It may charge for what it makes; get_credits shows the balance. {Change}",
        (_, _, true) => $"About this server: videos are made by {name} with a starter account (100 credits for 7 days). {Costs} {Change}",
        _ => $"About this server: videos are made by {name} with your account. {Costs} {Change}",
    };

    /// <summary>For the agent, before its first call; null where nothing costs.</summary>
    public static string? Warning(string name, bool isFree, bool isCloud) => (isFree, isCloud) switch
    {
        (true, _) => null,
        (_, true) => $"Videos are made by {name}. {Costs} Tell the user so before the first create_video or edit_video.",
        _ => $"Videos are made by {name}, which may charge for what it makes. Call get_credits and tell the user before the first create_video or edit_video.",
    };
}
