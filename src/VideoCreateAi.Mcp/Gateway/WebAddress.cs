using System.Globalization;
using System.Net;
using VideoCreateAi.Mcp.Gateway.Transport;

namespace VideoCreateAi.Mcp.Gateway;

/// <summary>Whether an address that a model or a user wrote may be passed on to be fetched. What can be seen from the text alone
/// is refused here, before anything is sent; whoever fetches it judges the address that it connects to once more.</summary>
internal static class WebAddress
{
    private const int Longest = 8192;

    private const string Kind = "Only http and https addresses without a name and password, on the usual ports, are fetched. For a file on this machine give its path.";
    private const string Private = "That address leads into a private network or to this machine, not to the internet. For a file on this machine give its path.";
    private const string Malformed = "That is no web address as it stands: it must begin with http:// or https:// and hold no spaces, line breaks or backslashes.";

    /// <summary>Names that no public server has (RFC 6761, 6762, 7686, 8375, and what clouds and routers use inside).</summary>
    private static readonly string[] s_privateNames =
        ["localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa", "in-addr.arpa", "ip6.arpa", "test", "invalid", "example", "onion"];

    /// <summary>What is wrong with it, for the user; null when nothing is.</summary>
    public static string? FaultOf(string text)
    {
        if (text.Length > Longest)
        {
            return string.Create(CultureInfo.InvariantCulture, $"That address has {text.Length} characters; at most {Longest} are taken.");
        }

        if (text.Any(letter => letter == '\\' || char.IsWhiteSpace(letter) || char.IsControl(letter)) || !Uri.TryCreate(text, UriKind.Absolute, out var address) || HostOf(address) is not { } host)
        {
            return Malformed;
        }

        return address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || HasUserMark(text) || address.Port is not (80 or 443) ? Kind
            : IsPrivate(host) ? Private
            : null;
    }

    /// <summary>The host as it is looked up; null where there is no way to write it so, which the parser lets pass.</summary>
    public static string? HostOf(Uri address)
    {
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    // "http://@host/" has an empty name, which the parser forgets.
    private static bool HasUserMark(string text)
    {
        var rest = text[(text.IndexOf("//", StringComparison.Ordinal) + 2)..];
        var end = rest.IndexOfAny(['/', '?', '#']);
        return (end < 0 ? rest : rest[..end]).Contains('@', StringComparison.Ordinal);
    }

    private static bool IsPrivate(string idnHost)
    {
        var host = idnHost.Trim('[', ']').TrimEnd('.');
        if (IPAddress.TryParse(host, out var address))
        {
            return !PublicNetwork.Contains(address);
        }

        var labels = host.Split('.');

        // A last part of digits is a number to every resolver, in one of the old ways to write an address.
        return labels.Length < 2
            || labels.Any(label => label.Length == 0)
            || char.IsAsciiDigit(labels[^1][0])
            || s_privateNames.Any(name => host.Equals(name, StringComparison.OrdinalIgnoreCase) || host.EndsWith('.' + name, StringComparison.OrdinalIgnoreCase));
    }
}
