namespace VideoCreateAi.Mcp.Files;

/// <summary>A user's file, or the place for a new one, was refused. <see cref="Code"/> is stable and part of the product's
/// contract; the message is written for the model and the user and says what to do next.</summary>
internal abstract class FileRefusedException(string code, string message, Exception? inner) : Exception(message, inner)
{
    public string Code { get; } = code;
}
