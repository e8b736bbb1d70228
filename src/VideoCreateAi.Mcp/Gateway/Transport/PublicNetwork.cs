using System.Net;

namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>Which addresses belong to the public network.</summary>
internal static class PublicNetwork
{
    /// <summary>The special-purpose registries of IANA (RFC 6890 and its updates): everything that is not the open network.</summary>
    private static readonly IPNetwork[] s_private =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/3"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2002::/16"),
    ];

    /// <summary>In IPv6 only this block is handed out to the public.</summary>
    private static readonly IPNetwork s_globalUnicast = IPNetwork.Parse("2000::/3");

    public static bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork || s_globalUnicast.Contains(plain))
            && !s_private.Any(network => network.Contains(plain));
    }
}
