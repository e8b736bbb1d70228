using System.Text.RegularExpressions;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.UnitTests.Layout;

namespace VideoCreateAi.UnitTests.Documents;

/// <summary>The codes that the source can give to somebody outside: faults of a backend, and every word in small letters at the place
/// of a code where an exception, a refusal or a job's end is made.</summary>
internal static partial class ErrorCodes
{
    // Words at the place of a code that are none.
    private static readonly string[] s_others = ["spend_credits"];

    public static IReadOnlySet<string> All { get; } = Enum.GetValues<BackendFault>().Select(fault => fault.Code())
        .Concat(SourceTree.Files("src").SelectMany(file => In(file.Text)))
        .Except(s_others)
        .ToHashSet();

    public static IEnumerable<string> In(string source) =>
        Makers().Matches(source).SelectMany(maker => Words(Arguments(source, maker.Index + maker.Length), IsSure(maker.Value)))
            .Concat(Named().Matches(source).SelectMany(named => Words([named.Groups[1].Value], named.Value.StartsWith("ErrorCode = ", StringComparison.Ordinal))));

    // Other calls begin like these: there a code is known by its underscore.
    private static bool IsSure(string maker) => maker.Contains("Exception", StringComparison.Ordinal) || maker.StartsWith("JobFault", StringComparison.Ordinal);

    private static IEnumerable<string> Words(IEnumerable<string> arguments, bool isSure) => arguments
        .Select(argument => Word().Match(argument.Trim()).Groups[1].Value)
        .Where(word => word.Contains('_', StringComparison.Ordinal) || (isSure && word.Length > 0));

    /// <summary>The arguments of a call, each as it is written.</summary>
    private static IEnumerable<string> Arguments(string source, int start)
    {
        var (depth, from, quoted) = (0, start, false);
        for (var at = start; at < source.Length; at++)
        {
            var sign = source[at];
            if (quoted)
            {
                at += sign == '\\' ? 1 : 0;
                quoted = sign != '"';
                continue;
            }

            depth += sign is '(' or '[' or '{' ? 1 : sign is ')' or ']' or '}' ? -1 : 0;
            quoted = sign == '"';
            if (depth < 0 || (depth == 0 && sign == ','))
            {
                yield return source[from..at];
                from = at + 1;
            }

            if (depth < 0)
            {
                yield break;
            }
        }
    }

    // `=> new("code", …)` is how the classes of exceptions name their own kinds, and a tuple how faults of a request do.
    [GeneratedRegex(@"(?:(?:ToolRefused|FileRefused|MediaRefused|Render|Job\w*)Exception|JobFault|ComeBack|RefuseAsync|FaultOf|=>\s*new|Exception \w+\([^)]*\)\s*=>\s*new|return |\? )\(")]
    private static partial Regex Makers();

    [GeneratedRegex(@"(?:ErrorCode = |RenderState\.Failed, |ErrorCode \?\? |Code \?\? |\? code : |const string \w*(?:Unwritable|Damaged|Type|TooLarge|File|Upload|Media|TooLong|Picture|Full) = )(""[a-z_]+"")")]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:code: |reason: |error: )?""([a-z]+(?:_[a-z]+)*)""$")]
    private static partial Regex Word();
}
