namespace Sbom;

/// <summary>A package that goes into the product.</summary>
/// <param name="Hash">SHA-512 of the package in hex; null where NuGet does not say it, as of runtime packs.</param>
/// <param name="License">An SPDX expression, an address, or null.</param>
/// <param name="Needs">Names of the packages below it that go into the product too.</param>
internal sealed record Component(string Name, string Version, string? Hash, string? License, IReadOnlyList<string> Needs)
{
    public string Purl => $"pkg:nuget/{Name}@{Version}";
}
