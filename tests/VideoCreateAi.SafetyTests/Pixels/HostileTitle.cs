namespace VideoCreateAi.SafetyTests.Pixels;

/// <param name="Raw">As somebody writes it.</param>
/// <param name="Shown">What has to be seen of it.</param>
internal sealed record HostileTitle(string Raw, string Shown);
