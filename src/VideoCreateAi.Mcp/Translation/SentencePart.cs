namespace VideoCreateAi.Mcp.Translation;

internal readonly record struct SentencePart(int Start, int End, Standing Standing);
