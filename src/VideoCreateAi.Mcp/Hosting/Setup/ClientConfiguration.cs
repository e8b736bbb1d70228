using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoCreateAi.Mcp.Hosting.Setup;

/// <summary>The text of a client's configuration with our entry put in or taken out. Everything else in it stays.</summary>
internal static class ClientConfiguration
{
    public const string EntryName = "videocreateai";

    private static readonly JsonDocumentOptions s_tolerant = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,

        // Of a name that occurs twice one value would be lost in writing.
        AllowDuplicateProperties = false,
    };

    /// <param name="text">Null or blank when there is no file yet.</param>
    /// <exception cref="ClientConfigurationException">The text is no JSON of the expected shape.</exception>
    public static string WithEntry(string? text, ClientKind client, ServerLaunch launch)
    {
        var root = Parse(text);
        var servers = Servers(root, client);
        if (servers is null)
        {
            servers = [];
            root[client.ServersKey] = servers;
        }

        // What the user added to the entry (env and the like) is theirs.
        var entry = servers[EntryName] as JsonObject;
        if (entry is null)
        {
            entry = [];
            servers[EntryName] = entry;
        }

        foreach (var (name, value) in NewEntry(client, launch))
        {
            entry[name] = value?.DeepClone();
        }

        return Write(root, text);
    }

    /// <returns>Null when there is no entry of ours.</returns>
    /// <exception cref="ClientConfigurationException">The text is no JSON of the expected shape.</exception>
    public static string? WithoutEntry(string? text, ClientKind client)
    {
        var root = Parse(text);
        return Servers(root, client)?.Remove(EntryName) == true ? Write(root, text) : null;
    }

    /// <summary>The entry as it may be shown, on lines of its own and without the values of its environment, which we never
    /// change and which may be tokens; null when there is none.</summary>
    public static string? EntryIn(string? text, ClientKind client)
    {
        if (Servers(Parse(text), client)?[EntryName] is not { } entry)
        {
            return null;
        }

        if (entry is JsonObject named && named["env"] is JsonObject variables)
        {
            foreach (var name in variables.Select(variable => variable.Key).ToList())
            {
                variables[name] = "…";
            }
        }

        return $"\"{EntryName}\": {Write(entry, like: null).TrimEnd()}";
    }

    public static bool HasComments(string? text)
    {
        var reader = new Utf8JsonReader(
            System.Text.Encoding.UTF8.GetBytes(text ?? ""), new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Allow });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.Comment)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // Blank, or refused elsewhere.
        }

        return false;
    }

    private static JsonObject NewEntry(ClientKind client, ServerLaunch launch)
    {
        var entry = new JsonObject();
        if (client.NamesTransport)
        {
            entry["type"] = "stdio";
        }

        entry["command"] = launch.Command;
        entry["args"] = new JsonArray([.. launch.Arguments.Select(argument => (JsonNode)argument)]);
        return entry;
    }

    private static JsonObject Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(text, documentOptions: s_tolerant) as JsonObject
                ?? throw new ClientConfigurationException("it is not a JSON object");
        }
        catch (JsonException fault)
        {
            throw new ClientConfigurationException($"it is not valid JSON: {fault.Message.TrimEnd('.')}", fault);
        }
    }

    private static JsonObject? Servers(JsonObject root, ClientKind client) => root[client.ServersKey] switch
    {
        null => null,
        JsonObject servers => servers,
        _ => throw new ClientConfigurationException($"\"{client.ServersKey}\" is not an object"),
    };

    private static string Write(JsonNode node, string? like)
    {
        var indented = like?.Split('\n').Select(line => line.TrimEnd('\r')).FirstOrDefault(line => line.TrimStart().StartsWith('"') && line[0] is ' ' or '\t');
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions
        {
            Indented = true,
            IndentCharacter = indented is ['\t', ..] ? '\t' : ' ',
            IndentSize = indented is null ? 2 : Math.Clamp(indented.Length - indented.TrimStart().Length, 1, 8),
            NewLine = like?.Contains("\r\n", StringComparison.Ordinal) == true ? "\r\n" : "\n",

            // Read by programs, never put into a page: names in other scripts stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            node.WriteTo(writer);
        }

        var text = System.Text.Encoding.UTF8.GetString(bytes.ToArray());
        return like is null || like.EndsWith('\n') ? text + (like?.EndsWith("\r\n", StringComparison.Ordinal) == true ? "\r\n" : "\n") : text;
    }
}
