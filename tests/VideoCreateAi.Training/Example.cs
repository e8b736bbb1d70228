namespace VideoCreateAi.Training;

/// <param name="Features">Of one sentence.</param>
/// <param name="Labels">A bit for every label that it has.</param>
/// <param name="Source">The file it is from.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Names">Its labels in their order, with commas; "content" for none.</param>
internal sealed record Example(uint[] Features, uint Labels, string Source, string Language, string Text, string Names);
