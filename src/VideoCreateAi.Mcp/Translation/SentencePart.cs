namespace VideoCreateAi.Mcp.Translation;

/// <param name="Start">Its first character in the sentence.</param>
/// <param name="End">The place after its last character.</param>
/// <param name="Standing">What it is to its reader.</param>
/// <param name="Instructs">It tells the reader to do something.</param>
/// <param name="Describes">It says where a control is, or what it looks like.</param>
internal readonly record struct SentencePart(int Start, int End, Standing Standing, bool Instructs = false, bool Describes = false);
