namespace VideoCreateAi.SafetyTests.Browser;

/// <summary>What a page attacks.</summary>
/// <param name="Page">Its name in what it reports.</param>
/// <param name="Site">Where it reports to.</param>
/// <param name="Token">The one that it puts into its calls as if it knew it.</param>
/// <param name="TokenPath">A file that it tries to read.</param>
internal sealed record AttackSettings(string Page, string Site, IReadOnlyList<AttackTarget> Targets, string Token, string TokenPath);
