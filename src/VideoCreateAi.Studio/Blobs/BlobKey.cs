using System.Buffers;

namespace VideoCreateAi.Studio.Blobs;

/// <summary>The names of blobs, in one place.</summary>
internal static class BlobKey
{
    private static readonly SearchValues<char> s_letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/");

    public static string Media(string id, string file) => Checked($"media/{id}/{file}");

    public static string Render(string name) => Checked($"renders/{name}");

    public static string Part(string key) => Checked($"parts/{key}");

    // A key becomes a path where blobs are a folder.
    private static string Checked(string key) => key.AsSpan().IndexOfAnyExcept(s_letters) < 0 && !key.Contains("..", StringComparison.Ordinal)
        ? key
        : throw new ArgumentException("Not the key of a blob.", nameof(key));
}
