namespace VideoCreateAi.Studio.Audio;

/// <summary>What a <see cref="LoudnessMeter"/> says.</summary>
/// <param name="Integrated">LUFS over the whole; negative infinity for silence.</param>
/// <param name="TruePeak">dBTP, the highest point between the samples too.</param>
internal readonly record struct Loudness(double Integrated, double TruePeak);
