using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VideoCreateAi.SafetyTests.Catalogue;

/// <summary>Rows of bad input: a line each, fields between tabs, <c>#</c> before a remark. In a field <c>\n \t \r \\ \0 \xNN \uNNNN
/// \UNNNNNNNN</c> stand for what cannot be written, and <c>«word*N»</c> for a word N times.</summary>
internal static class CatalogueFile
{
    /// <summary>Each row as a line number and its fields, still escaped: a test's name must be text.</summary>
    public static TheoryData<int, string> Rows(string name)
    {
        var rows = new TheoryData<int, string>();
        using var file = typeof(CatalogueFile).Assembly.GetManifestResourceStream(name)!;
        using var lines = new StreamReader(file, Encoding.UTF8);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                rows.Add(number, line);
            }
        }

        return rows;
    }

    public static string[] Fields(string row) => row.Split('\t');

    public static string Plain(string field)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < field.Length; at++)
        {
            if (field[at] == '\\')
            {
                at = Escape(field, at + 1, plain);
            }
            else if (field[at] == '«')
            {
                var end = field.IndexOf('»', at);
                var star = field.LastIndexOf('*', end);
                plain.Insert(plain.Length, Plain(field[(at + 1)..star]), int.Parse(field[(star + 1)..end], CultureInfo.InvariantCulture));
                at = end;
            }
            else
            {
                plain.Append(field[at]);
            }
        }

        return plain.ToString();
    }

    /// <summary>As a string of JSON.</summary>
    public static string Json(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    public static byte[] Bytes(string field) => Encoding.Latin1.GetBytes(Plain(field));

    private static int Escape(string field, int at, StringBuilder plain)
    {
        var digits = field[at] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0)
        {
            var value = int.Parse(field.AsSpan(at + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (value > char.MaxValue)
            {
                plain.Append(char.ConvertFromUtf32(value));
            }
            else
            {
                plain.Append((char)value);
            }
        }
        else
        {
            plain.Append(field[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '0' => '\0', var other => other });
        }

        return at + digits;
    }
}
