using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>A name for content, made of all that the content depends on.</summary>
internal sealed class ContentKey : IDisposable
{
    private const int Digits = 40;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Each value is told apart from its neighbours: "ab", "c" is not "a", "bc".</summary>
    public ContentKey Add(params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            var text = value switch
            {
                null => "-",
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString() ?? "",
            };
            var bytes = Encoding.UTF8.GetBytes(text);
            _hash.AppendData(BitConverter.GetBytes(bytes.Length));
            _hash.AppendData(bytes);
        }

        return this;
    }

    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash())[..Digits];

    public void Dispose() => _hash.Dispose();
}
