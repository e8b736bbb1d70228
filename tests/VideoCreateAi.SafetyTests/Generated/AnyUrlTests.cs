using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FsCheck;
using FsCheck.Fluent;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Studio.Library;

namespace VideoCreateAi.SafetyTests.Generated;

/// <summary>Whatever address is written: none that leads into a private network gets through, in any of the ways to write it.</summary>
public sealed class AnyUrlTests
{
    /// <summary>First and last address of what is not the open internet (the registries of IANA).</summary>
    private static readonly (uint First, uint Last)[] s_private =
    [
        (0x00000000, 0x00FFFFFF), (0x0A000000, 0x0AFFFFFF), (0x64400000, 0x647FFFFF), (0x7F000000, 0x7FFFFFFF), (0xA9FE0000, 0xA9FEFFFF), (0xAC100000, 0xAC1FFFFF), (0xC0000000, 0xC00000FF),
        (0xC0000200, 0xC00002FF), (0xC0586300, 0xC05863FF), (0xC0A80000, 0xC0A8FFFF), (0xC6120000, 0xC613FFFF), (0xC6336400, 0xC63364FF), (0xCB007100, 0xCB0071FF), (0xE0000000, 0xFFFFFFFF),
    ];

    private static readonly string[] s_tails = ["", "/", "/a.png", ":80/", ":443/x", "/?u=http://example.org/", "#@example.org", "?@example.org", "./", ".:80/a"];

    private static readonly string[] s_pieces =
    [
        "http://", "https://", "HTTP://", "ftp://", "file:///", "//", "/", "\\", "@", ":", "?", "#", "%2f", "%00", "%40", ".", "..", "127.0.0.1", "10.1", "0x7f000001", "017700000001", "localhost", "example.org", "[::1]", "[", "]",
        "user", "80", "443", "22", "a", "é", "。", "①", " ", "\t", "\n", "\0", "\u200b", "\ud800", "evil.example", "169.254.169.254", "::ffff:127.0.0.1", "xn--", "-", "_", "~", "metadata.google.internal", "2130706433", "99999999999",
    ];

    private static Gen<uint> Private => Gen.Zip(Gen.Elements(s_private), Gen.Choose(0, int.MaxValue)).Select(pair => pair.Item1.First + (uint)(pair.Item2 % ((long)pair.Item1.Last - pair.Item1.First + 1)));

    [Fact]
    public void A_private_address_is_refused_in_every_writing()
    {
        var number = Gen.Elements<Func<uint, string>>(Dec, Dec, Hex, UpperHex, Octal);
        var host = Gen.Zip(Private, Gen.Zip(Gen.Choose(1, 4), number.ArrayOf(4))).Select(all => V4(all.Item1, all.Item2.Item1, all.Item2.Item2));
        var url = Gen.Zip(Gen.Elements("http://", "https://", "HTTP://", "hTTpS://"), Gen.Zip(host, Gen.Elements(s_tails))).Select(all => all.Item1 + all.Item2.Item1 + all.Item2.Item2);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40_000 * ProofSize.Times),
            Prop.ForAll(url.ToArbitrary(), text => Assert.True(WebAddress.FaultOf(text) is not null, text)));
    }

    [Fact]
    public void A_private_address_inside_of_another_is_refused_at_both_ends()
    {
        var wrapped = Gen.Zip(Private, Gen.Elements<Func<uint, string>>(Mapped, Compatible, Translated, SixToFour, Teredo, LocalNat));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(15_000 * ProofSize.Times), Prop.ForAll(wrapped.ToArbitrary(), pair =>
        {
            var address = pair.Item2(pair.Item1);
            Assert.False(GlobalAddress.Is(IPAddress.Parse(address)), address);
            Assert.False(PublicNetwork.Contains(IPAddress.Parse(address)), address);
            Assert.True(WebAddress.FaultOf($"http://[{address}]/a.png") is not null, address);
        }));
    }

    [Fact]
    public void What_the_two_ends_take_for_the_internet_is_the_internet()
    {
        var four = Gen.Choose(int.MinValue, int.MaxValue).Select(value => new IPAddress(BitConverter.GetBytes(value)));
        var six = Gen.Choose(0, 255).ArrayOf(16).Select(bytes => new IPAddress([.. bytes.Select(value => (byte)value)]));
        var globalSix = six.Select(address => new IPAddress([(byte)(0x20 | (address.GetAddressBytes()[0] & 0x1F)), .. address.GetAddressBytes()[1..]]));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20_000 * ProofSize.Times), Prop.ForAll(Gen.OneOf(four, six, globalSix).ToArbitrary(), address =>
        {
            if (PublicNetwork.Contains(address) || GlobalAddress.Is(address))
            {
                Assert.False(IsPrivate(address), address.ToString());
            }
        }));
    }

    [Fact]
    public void Any_text_is_judged_without_a_fault_and_what_passes_is_an_address_of_the_internet()
    {
        var text = Gen.Zip(Gen.Elements("http://", "https://", ""), Gen.Elements(s_pieces).ArrayOf()).Select(pair => pair.Item1 + string.Concat(pair.Item2));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(25_000 * ProofSize.Times).WithEndSize(8), Prop.ForAll(text.ToArbitrary(), url =>
        {
            if (WebAddress.FaultOf(url) is null)
            {
                var address = new Uri(url);
                Assert.True(address is { Scheme: "http" or "https", UserInfo: "", Port: 80 or 443 }, url);
                Assert.False(address.IsLoopback, url);
                Assert.False(IPAddress.TryParse(address.IdnHost.Trim('[', ']', '.'), out var literal) && IsPrivate(literal), url);
            }
        }));
    }

    private static bool IsPrivate(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily == AddressFamily.InterNetwork)
        {
            var bytes = plain.GetAddressBytes();
            var value = ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
            return s_private.Any(range => value >= range.First && value <= range.Last);
        }

        return plain.IsIPv6LinkLocal || plain.IsIPv6SiteLocal || plain.IsIPv6UniqueLocal || plain.IsIPv6Multicast || plain.IsIPv6Teredo || IPAddress.IsLoopback(plain);
    }

    /// <summary>In 1 to 4 parts: the last one holds all that is left.</summary>
    private static string V4(uint address, int parts, Func<uint, string>[] write)
    {
        List<string> written = [];
        for (var part = 0; part < parts - 1; part++)
        {
            written.Add(write[part](address >> (24 - (8 * part)) & 0xFF));
        }

        var bits = 32 - (8 * (parts - 1));
        written.Add(write[parts - 1](bits == 32 ? address : address & ((1u << bits) - 1)));
        return string.Join('.', written);
    }

    private static string Dec(uint value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Hex(uint value) => "0x" + value.ToString("x", CultureInfo.InvariantCulture);

    private static string UpperHex(uint value) => "0X" + value.ToString("X4", CultureInfo.InvariantCulture);

    private static string Octal(uint value) => "0" + Convert.ToString(value, 8);

    private static string Dotted(uint value) => V4(value, 4, [Dec, Dec, Dec, Dec]);

    private static string Words(uint value) => string.Create(CultureInfo.InvariantCulture, $"{value >> 16:x}:{value & 0xFFFF:x}");

    private static string Mapped(uint value) => "::ffff:" + Dotted(value);

    private static string Compatible(uint value) => "::" + Words(value);

    private static string Translated(uint value) => "64:ff9b::" + Dotted(value);

    private static string SixToFour(uint value) => $"2002:{Words(value)}::1";

    private static string Teredo(uint value) => $"2001:0:{Words(value)}::";

    private static string LocalNat(uint value) => $"64:ff9b:1::{Words(value)}";
}
