using System.Text;

namespace VideoCreateAi.Mcp.Gateway;

/// <summary>Which backend this is, for people and for the choices that depend on it.</summary>
internal sealed record BackendDescription
{
    private BackendDescription(BackendKind kind, Uri address, string name)
    {
        Kind = kind;
        Address = address;
        Name = name;
    }

    /// <summary>The host name only fills the Host header: the connection goes over the studio's socket.</summary>
    public static BackendDescription Studio { get; } = new(BackendKind.Studio, new Uri("http://studio/"), "the studio on this machine");

    public BackendKind Kind { get; }

    public Uri Address { get; }

    /// <summary>As a sentence to the user names it.</summary>
    public string Name { get; }

    /// <summary>True where no step costs credits.</summary>
    public bool IsFree => Kind == BackendKind.Studio;

    public TimeSpan RenderPollInterval => Kind == BackendKind.Studio ? TimeSpan.FromMilliseconds(500) : TimeSpan.FromSeconds(30);

    /// <summary>A file name that tells backends apart, such as <c>api.example.com-443</c>.</summary>
    public string FileName => Kind == BackendKind.Studio ? "studio" : Plain($"{Address.IdnHost}-{Address.Port}");

    public static BackendDescription Cloud(Uri address) => new(BackendKind.Cloud, WithSlash(address), "the NemoVideo cloud");

    public static BackendDescription At(Uri address) => new(BackendKind.Address, WithSlash(address), $"the backend at {address.Authority}");

    public bool HasOriginOf(Uri other) => Uri.Compare(
        Address, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static Uri WithSlash(Uri address) => new(address.GetLeftPart(UriPartial.Authority) + "/");

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            plain.Append(char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_');
        }

        return plain.ToString();
    }
}
