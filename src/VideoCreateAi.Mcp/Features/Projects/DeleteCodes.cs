using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace VideoCreateAi.Mcp.Features.Projects;

/// <summary>The codes between asking whether a project may go and deleting it: each for one project, once, for ten minutes. Short: a model copies it.</summary>
internal sealed class DeleteCodes(TimeProvider clock)
{
    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (string Code, long Made)> _codes = new();

    /// <summary>A new one; the project's earlier one is no longer good.</summary>
    public string Ask(string projectId)
    {
        var code = "del_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5));
        _codes[projectId] = (code, clock.GetTimestamp());
        return code;
    }

    /// <summary>Whether this is the project's code, and still good.</summary>
    public bool IsGood(string projectId, string code) =>
        _codes.TryGetValue(projectId, out var asked) && asked.Code == code.Trim() && clock.GetElapsedTime(asked.Made) <= s_life;

    public void Forget(string projectId) => _codes.TryRemove(projectId, out _);
}
