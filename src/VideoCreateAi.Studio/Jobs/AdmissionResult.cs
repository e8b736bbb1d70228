namespace VideoCreateAi.Studio.Jobs;

/// <summary>Whether an export was taken into the queue.</summary>
internal abstract record AdmissionResult
{
    public static readonly AdmissionResult Added = new Taken(IsNew: true);

    /// <summary>Its id is there already: asking twice for one id is one render.</summary>
    public static readonly AdmissionResult Known = new Taken(IsNew: false);

    public sealed record Taken(bool IsNew) : AdmissionResult;

    /// <summary>Not now.</summary>
    public sealed record ComeBack(TimeSpan After, string Why, string Error) : AdmissionResult;

    public sealed record OutOfCredits(int Cost, long Balance) : AdmissionResult;
}
