namespace VideoCreateAi.Studio.Director.Spans;

/// <summary>A word, a mark or a sign of a running script, as the model sees it.</summary>
/// <param name="At">Where it begins in the message; <paramref name="End"/>, where it ends.</param>
/// <param name="Word">Hash of its lower-case text; all numbers look alike.</param>
/// <param name="Meaning">Hash of what the word lists say of it and of how it is written.</param>
/// <param name="Phrase">Hash of the word of a running script that it is part of, and of its place therein.</param>
/// <param name="Head">Hash of its first letters; <paramref name="Tail"/>, of its last. 0 = it is too short.</param>
/// <param name="IsBreak">A mark that parts clauses.</param>
/// <param name="IsLead">It names a text or a voice.</param>
/// <param name="IsAction">It asks for something.</param>
internal readonly record struct SpanToken(int At, int End, uint Word, uint Meaning, uint Phrase, uint Head, uint Tail, uint Shape, bool IsBreak, bool IsLead, bool IsAction);
