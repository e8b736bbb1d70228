using System.Net;
using System.Net.Sockets;

namespace VideoCreateAi.Studio.Library;

/// <summary>Tells addresses of the public internet from those of this machine, its network and its cloud's services.</summary>
internal static class GlobalAddress
{
    private static readonly IPNetwork[] s_notGlobal =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    // Only 2000::/3 is given out for global use; these parts of it are tunnels, documentation and benchmarks.
    private static readonly IPNetwork s_globalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] s_notGlobalUnicast =
        [.. new[] { "2001::/23", "2001:db8::/32", "3fff::/20" }.Select(text => IPNetwork.Parse(text))];

    private static readonly IPNetwork s_sixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !s_notGlobal.Any(network => network.Contains(address));
        }

        var bytes = address.GetAddressBytes();
        if (s_nat64.Contains(address))
        {
            return Is(new IPAddress(bytes.AsSpan(12, 4)));
        }

        if (s_sixToFour.Contains(address))
        {
            return Is(new IPAddress(bytes.AsSpan(2, 4)));
        }

        return s_globalUnicast.Contains(address) && !s_notGlobalUnicast.Any(network => network.Contains(address));
    }
}
