namespace VideoCreateAi.Studio.Director;

/// <summary>How a user's videos look alike; what is null was not given. Kept for the user, not for a project.</summary>
/// <param name="Logo">Id of the media.</param>
/// <param name="Color"><c>#RRGGBB</c>, of titles.</param>
/// <param name="Outro">What stands at the end of a video.</param>
internal sealed record BrandKit(string? Logo = null, string? LogoName = null, string? Color = null, string? Font = null, string? Outro = null)
{
    public bool IsEmpty => this == new BrandKit();

    public string Describe() => string.Join(", ", new[]
    {
        LogoName is null ? null : $"logo {LogoName}",
        Color is null ? null : $"colour {Color}",
        Font is null ? null : $"font {Font}",
        Outro is null ? null : $"outro \"{Outro}\"",
    }.OfType<string>());
}
