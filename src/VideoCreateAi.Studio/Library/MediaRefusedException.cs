namespace VideoCreateAi.Studio.Library;

/// <summary>A file was not taken. The message is for the user: what is wrong and what to do, no paths.</summary>
/// <param name="code">The protocol's code.</param>
/// <param name="reason">One of <see cref="MediaRefusal"/>, finer than the code.</param>
internal sealed class MediaRefusedException(int code, string reason, string message) : Exception(message)
{
    public int Code { get; } = code;

    public string Reason { get; } = reason;
}
