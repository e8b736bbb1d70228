using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.Mcp.Gateway.Tokens;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>The secret of the HTTP endpoint: 256 bits in a file that only its owner can read. Whoever can read the file may call.</summary>
internal sealed class BearerToken
{
    private const int Bytes = 32;

    private readonly byte[] _digest;

    private BearerToken(string path, string token)
    {
        Path = path;
        _digest = SHA256.HashData(Encoding.UTF8.GetBytes(token));
    }

    public string Path { get; }

    /// <summary>The token of the data directory, made at the first start. A file that others could have read is replaced.</summary>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    public static async Task<BearerToken> OpenAsync(string dataFolder, TimeProvider clock, CancellationToken cancellationToken)
    {
        var folder = System.IO.Path.Combine(dataFolder, "tokens");
        PrivateFile.CreateFolder(folder);
        var path = System.IO.Path.Combine(folder, "http.token");

        // Two servers that start together must end up with the same one.
        using var ours = await PrivateFile.LockAsync(System.IO.Path.Combine(folder, "http.lock"), clock, cancellationToken);
        if (PrivateFile.Read(path) is { } kept && Encoding.UTF8.GetString(kept).Trim() is var known && IsWhole(known))
        {
            return new BearerToken(path, known);
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        await PrivateFile.WriteAsync(path, Encoding.ASCII.GetBytes(token + "\n"), cancellationToken);
        return new BearerToken(path, token);
    }

    /// <summary>Takes as long for a wrong token as for the right one: digests have one length, and all of it is compared.</summary>
    public bool Matches(ReadOnlySpan<char> token)
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(token)];
        Encoding.UTF8.GetBytes(token, utf8);
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(utf8), _digest);
    }

    private static bool IsWhole(string token) => Base64Url.IsValid(token, out var length) && length == Bytes;
}
