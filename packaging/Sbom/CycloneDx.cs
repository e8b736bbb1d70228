using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sbom;

/// <summary>A build as a bill of materials in CycloneDX 1.6.</summary>
internal static class CycloneDx
{
    public static byte[] Write(ResolvedBuild build)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteString("serialNumber", $"urn:uuid:{NumberOf(build)}");
            json.WriteNumber("version", 1);

            json.WriteStartObject("metadata");
            json.WriteStartObject("component");
            WriteHead(json, "application", Root(build), build.Name, build.Version);
            WriteLicense(json, "MIT");
            json.WriteEndObject();
            json.WriteEndObject();

            json.WriteStartArray("components");
            foreach (var component in build.Components)
            {
                json.WriteStartObject();
                WriteHead(json, "library", component.Purl, component.Name, component.Version);
                if (component.Hash is { } hash)
                {
                    json.WriteStartArray("hashes");
                    json.WriteStartObject();
                    json.WriteString("alg", "SHA-512");
                    json.WriteString("content", hash);
                    json.WriteEndObject();
                    json.WriteEndArray();
                }

                WriteLicense(json, component.License);
                json.WriteString("purl", component.Purl);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("dependencies");
            WriteNeeds(json, build, Root(build), build.Roots);
            foreach (var component in build.Components)
            {
                WriteNeeds(json, build, component.Purl, component.Needs);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. content.ToArray(), (byte)'\n'];
    }

    private static string Root(ResolvedBuild build) => $"pkg:nuget/{build.Name}@{build.Version}";

    private static void WriteHead(Utf8JsonWriter json, string type, string reference, string name, string version)
    {
        json.WriteString("type", type);
        json.WriteString("bom-ref", reference);
        json.WriteString("name", name);
        json.WriteString("version", version);
    }

    private static void WriteLicense(Utf8JsonWriter json, string? license)
    {
        if (license is null)
        {
            return;
        }

        json.WriteStartArray("licenses");
        json.WriteStartObject();
        if (license.Contains("://", StringComparison.Ordinal))
        {
            json.WriteStartObject("license");
            json.WriteString("name", "see url");
            json.WriteString("url", license);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("expression", license);
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNeeds(Utf8JsonWriter json, ResolvedBuild build, string reference, IReadOnlyList<string> needs)
    {
        json.WriteStartObject();
        json.WriteString("ref", reference);
        json.WriteStartArray("dependsOn");
        foreach (var need in needs)
        {
            json.WriteStringValue(build.Components.First(component => component.Name.Equals(need, StringComparison.OrdinalIgnoreCase)).Purl);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Of the contents: another build has another one, the same build always this one.
    private static Guid NumberOf(ResolvedBuild build)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', build.Components.Select(component => $"{component.Purl} {component.Hash}").Prepend(Root(build)))));
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest.AsSpan(0, 16), bigEndian: true);
    }
}
