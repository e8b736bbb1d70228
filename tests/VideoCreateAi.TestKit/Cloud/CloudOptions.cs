namespace VideoCreateAi.TestKit.Cloud;

/// <summary>What a scripted cloud is like.</summary>
public sealed class CloudOptions
{
    public int StarterCredits { get; set; } = 100;

    /// <summary>Tokens of registered users, with their credits.</summary>
    public Dictionary<string, int> Accounts { get; } = [];

    /// <summary>How often a render is asked for before it is finished; 0 = the reply to its submit says so already.</summary>
    public int PollsUntilDone { get; set; }

    /// <summary>From a render's id to the address that is named for its file; null = one of the cloud itself that works.</summary>
    public Func<string, string?>? OutputAddress { get; set; }

    /// <summary>Awaited before a request is looked at; null = each is answered at once.</summary>
    public Func<Task>? Gate { get; set; }

    /// <summary>What is answered to a message in a project.</summary>
    public Func<CloudProject, string, CloudTurn> Director { get; set; } = CloudDirector.Answer;
}
