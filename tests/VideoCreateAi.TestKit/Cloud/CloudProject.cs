namespace VideoCreateAi.TestKit.Cloud;

/// <summary>One session and what is in it.</summary>
public sealed class CloudProject(string sessionId, CloudAccount account, string language, CloudFilm film)
{
    public string SessionId { get; } = sessionId;

    public string TaskId { get; } = "task_" + sessionId;

    public CloudAccount Account { get; } = account;

    public string Language { get; } = language;

    public CloudFilm Film { get; } = film;

    public List<CloudFile> Uploads { get; } = [];

    public List<CloudFile> Generated { get; } = [];

    /// <summary>Messages in the order in which they came.</summary>
    public List<string> Messages { get; } = [];

    /// <summary>Null before the first turn that makes something.</summary>
    public CloudDraft? Draft { get; set; }

    internal int Reads { get; set; }
}
