using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Scripts come in many layouts: tables, shot lists, screenplays, blocks of fields, or told in sentences. Each is written anew
/// as one line a scene, <c>Scene 2 (4 s): text</c> or <c>[0:04-0:09] text</c>, which is how scripts are read.</summary>
internal sealed partial class ScriptLayouts
{
    private const int FewestScenes = 2;
    private const int LongestLabel = 28;

    private static readonly ConcurrentDictionary<string, ScriptLayouts> s_made = new(StringComparer.Ordinal);

    private readonly Language _language;
    private readonly Regex _label;
    private readonly Regex _field;

    private ScriptLayouts(Language language)
    {
        _language = language;
        var scenes = Alternatives(language.Lexicons.SelectMany(lexicon => lexicon.Setting("scene")).Concat(["scene", "shot", "clip", "frame", "part", "beat"]));
        const string Count = @"(?:[0-9]+|[一二三四五六七八九十]+)";
        _label = Pattern($@"(?:(?<=^|[\n;；。.!?]\s*)|(?<=^\s*[\-*•]\s*))(?:[【\[(（]\s*(?:(?:{scenes}|S)\s*#?\s*{Count}|第?\s*{Count}\s*(?:{scenes}|镜|鏡|幕))\s*[】\])）]|(?:{scenes})\s*#?\s*{Count}(?![0-9])|第\s*{Count}\s*(?:{scenes}|镜|鏡|幕)|(?<![\p{{L}}\p{{N}}])S[0-9]{{1,2}}(?![\p{{L}}\p{{N}}]))\s*[,，:：.。|｜\-–—]*");
        var heads = Alternatives(language.Lexicons.SelectMany(lexicon => lexicon.Setting("narration").Concat(lexicon.Setting("captions"))).Concat(["narrator", "narration", "voiceover", "voice over", "voice", "vo", "v.o.", "dialogue", "audio", "music", "sound", "title", "caption", "text", "format", "音乐", "配乐", "字幕", "音楽", "음악"]));
        _field = Pattern($@"(?<=[\s。.;；,，|｜])(?:{heads})\s*[:：]");
    }

    public static string Plain(string message, Language language, bool hasPictures)
    {
        var layouts = s_made.GetOrAdd(string.Join('+', language.Lexicons.Select(lexicon => lexicon.Code)), static (_, language) => new ScriptLayouts(language), language);
        var plain = Tables(message);
        if (ReferenceEquals(plain, message) && !hasPictures)
        {
            plain = layouts.Fields(message) ?? layouts.Screenplay(message) ?? layouts.Labelled(message) ?? layouts.Enumerated(message) ?? layouts.Told(message) ?? message;
        }

        return plain;
    }

    private static string Scene(int number, double seconds, string text) => string.Create(CultureInfo.InvariantCulture, $"Scene {number} ({seconds:0.###} s): {text}");

    /// <summary>A table with a column of times and one of words.</summary>
    private static string Tables(string message)
    {
        var lines = message.Split('\n');
        var rows = lines.Select(line => line.Trim()).Select(line => line.StartsWith('|') && line.Count(sign => sign == '|') >= 3 ? line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray() : null).ToList();
        var body = rows.OfType<string[]>().Where(cells => cells.Any(cell => TimeCell().IsMatch(cell)) && cells.Any(cell => cell.Count(char.IsLetter) > 2 && !TimeCell().IsMatch(cell))).ToList();
        if (body.Count < FewestScenes || body.Select(cells => cells.Length).Distinct().Count() != 1)
        {
            return message;
        }

        var columns = Enumerable.Range(0, body[0].Length).ToList();
        var times = columns.Where(column => body.All(cells => TimeCell().IsMatch(cells[column])) && !IsRowNumber(body, column)).ToList();
        if (times.Count == 0)
        {
            return message;
        }

        var words = columns.Except(times).OrderByDescending(column => body.Sum(cells => cells[column].Count(char.IsLetter))).First();
        var written = body.Select((cells, index) =>
        {
            var first = TimeCell().Match(cells[times[0]]);
            var until = first.Groups["to"].Success ? first.Groups["to"].Value : times.Count > 1 ? TimeCell().Match(cells[times[1]]).Groups["from"].Value : null;
            return until is null ? Scene(index + 1, ClockTime.Read(first.Groups["from"].Value).TotalSeconds, cells[words]) : $"[{first.Groups["from"].Value}-{until}] {cells[words]}";
        });
        var at = rows.FindIndex(row => row is not null);
        var rest = lines.Where((_, index) => index > at && rows[index] is null);
        return string.Join('\n', [.. lines.Take(at), .. written, .. rest]);
    }

    private static bool IsRowNumber(List<string[]> body, int column) =>
        body[0].Length > 2 && body.Select((cells, index) => cells[column] == (index + 1).ToString(CultureInfo.InvariantCulture)).All(isNumber => isNumber)
        && Enumerable.Range(0, body[0].Length).Any(other => other != column && body.All(cells => TimeCell().IsMatch(cells[other])));

    /// <summary>Blocks of fields: <c>- time: 0-4</c>, <c>visual: steam over a teacup</c>.</summary>
    private string? Fields(string message)
    {
        var scenes = new List<string>();
        var rest = new List<string>();
        string? time = null;
        foreach (var line in message.Split('\n'))
        {
            var field = FieldLine().Match(line);
            var key = field.Groups["key"].Value.ToLowerInvariant();
            if (field.Success && TimeKey().IsMatch(key) && TimeCell().IsMatch(field.Groups["value"].Value.Trim('"')))
            {
                time = field.Groups["value"].Value.Trim('"');
            }
            else if (field.Success && time is not null && !_field.IsMatch(" " + line.Trim()))
            {
                var match = TimeCell().Match(time);
                scenes.Add(match.Groups["to"].Success ? $"[{match.Groups["from"].Value}-{match.Groups["to"].Value}] {field.Groups["value"].Value}"
                    : Scene(scenes.Count + 1, ClockTime.Read(match.Groups["from"].Value).TotalSeconds, field.Groups["value"].Value));
                time = null;
            }
            else
            {
                rest.Add(line);
            }
        }

        return scenes.Count >= FewestScenes ? string.Join('\n', [.. scenes, .. rest]) : null;
    }

    /// <summary><c>EXT. DESERT - DAY (6 sec)</c>, and below it what is seen.</summary>
    private string? Screenplay(string message)
    {
        var scenes = new List<(double Seconds, List<string> Text)>();
        var rest = new List<string>();
        var isOpen = false;
        foreach (var line in message.Split('\n'))
        {
            if (Slug().Match(line) is { Success: true } slug)
            {
                var length = TimeIn(line, out _, out _);
                scenes.Add((length ?? 5, [slug.Groups["place"].Value.Trim(' ', '-', '–', '(')]));
                isOpen = true;
            }
            else if (isOpen && !string.IsNullOrWhiteSpace(line) && !_field.IsMatch(" " + line))
            {
                scenes[^1].Text.Add(line.Trim());
            }
            else
            {
                isOpen = isOpen && string.IsNullOrWhiteSpace(line);
                rest.Add(line);
            }
        }

        return scenes.Count >= FewestScenes ? string.Join('\n', [.. scenes.Select((scene, index) => Scene(index + 1, scene.Seconds, string.Join(". ", scene.Text))), .. rest]) : null;
    }

    /// <summary><c>Shot 1, 3s: hands kneading dough</c>, 第一镜，五秒，少年推车上坡, each up to the next.</summary>
    private string? Labelled(string message)
    {
        var labels = _label.Matches(message);
        if (labels.Count < FewestScenes)
        {
            return null;
        }

        var scenes = new List<string>();
        var rest = new List<string> { message[..labels[0].Index] };
        for (var index = 0; index < labels.Count; index++)
        {
            var from = labels[index].Index + labels[index].Length;
            var to = index + 1 < labels.Count ? labels[index + 1].Index : EndOfLast(message, from);
            var text = Tokenizer.Normalised(message[from..to]);
            if (TimeIn(text, out var start, out var end) is not { } seconds || start > LongestLabel || (start > 0 && text[..start].Count(char.IsLetter) > 12))
            {
                return null;
            }

            var body = text[end..];
            if (_field.Match(body) is { Success: true } field && !Visual().IsMatch(field.Value))
            {
                rest.Add(body[field.Index..].Trim());
                body = body[..field.Index];
            }

            body = Visual().Replace(body.Trim(' ', ')', ']', '】', '）', ',', '.', ':', ';', '|', '-', '\n'), "").Trim(' ', ',', ';', '|', '\n');
            scenes.Add(Scene(index + 1, seconds, body.ReplaceLineEndings(" ")));
            if (index + 1 == labels.Count)
            {
                rest.Add(message[to..]);
            }
        }

        return string.Join('\n', [.. scenes, .. rest]);
    }

    // The last scene ends with its line, or where no line is ended with its sentence.
    private static int EndOfLast(string message, int from)
    {
        var line = message.IndexOf('\n', from);
        var end = line >= 0 ? line : message.IndexOf('。', from);
        return end < 0 ? message.Length : end;
    }

    /// <summary>"Three scenes, five seconds each: a blacksmith; sparks; a sword"</summary>
    private string? Enumerated(string message)
    {
        if (List().Match(message) is not { Success: true } list || !_language.Lexicons.SelectMany(lexicon => lexicon.Setting("scene")).Concat(["scene", "shot", "part"])
            .Any(word => list.Groups["head"].Value.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var items = list.Groups["items"].Value.Split([';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var head = Tokenizer.Normalised(list.Groups["head"].Value);
        if (items.Length < FewestScenes || TimeIn(head, out _, out _) is not { } seconds)
        {
            return null;
        }

        var each = TermReader.Read(head, [], _language).Any(term => term.Sense == Sense.Each) ? seconds : seconds / items.Length;
        return string.Join('\n', items.Select((item, index) => Scene(index + 1, each, item.TrimEnd('.', '。')))) + message[(list.Index + list.Length)..];
    }

    /// <summary>"The first 6 seconds: a sleeping cat. Then 7 s of a girl on the stairs. Close with the shutter coming down."</summary>
    private string? Told(string message)
    {
        var sentences = Sentences().Matches(message).Select(match => match.Value.Trim()).Where(sentence => sentence.Length > 0).ToList();
        var scenes = sentences.Select(sentence => ToldScene(Tokenizer.Normalised(sentence))).ToList();
        if (scenes.Count(scene => scene is { Seconds: not null }) < FewestScenes)
        {
            return null;
        }

        var said = scenes.Sum(scene => scene?.Seconds ?? 0);
        var total = sentences.Where((_, index) => scenes[index] is null).Select(sentence => TimeIn(Tokenizer.Normalised(sentence), out _, out _)).FirstOrDefault(seconds => seconds is not null);
        var open = scenes.Count(scene => scene is { Seconds: null });
        var share = total > said && open > 0 ? (total.Value - said) / open : 5;
        var number = 0;
        return string.Join('\n', [.. scenes.Where(scene => scene is not null).Select(scene => Scene(++number, scene!.Value.Seconds ?? share, scene.Value.Text)), .. sentences.Where((_, index) => scenes[index] is null)]);
    }

    private (double? Seconds, string Text)? ToldScene(string sentence)
    {
        var terms = TermReader.Read(sentence, [], _language).Where(term => term.Sense != Sense.Mark || term.Value == ":").ToList();
        if (terms.Count < 2)
        {
            return null;
        }

        var leads = terms[0].Sense is Sense.Then or Sense.Next or Sense.Last or Sense.Ordinal or Sense.Head or Sense.Tail or Sense.ShotPlace or Sense.After or Sense.EndWith or Sense.StartWith || terms is [{ Sense: Sense.Length or Sense.Number }, { Sense: Sense.Mark }, ..];
        var time = terms.Take(3).FirstOrDefault(term => term.Sense is Sense.Head or Sense.Tail or Sense.Length || (term.Sense == Sense.Number && sentence.AsSpan(Math.Min(term.End, sentence.Length)).TrimStart().StartsWith(":"))
            || (term.Sense == Sense.ShotPlace && term.Second > 1 && sentence.AsSpan(Math.Min(term.End, sentence.Length)).TrimStart().StartsWith(":")));
        if (!leads || (time is null && terms[0].Sense != Sense.EndWith))
        {
            return null;
        }

        var seconds = time is null ? (double?)null : time.Sense == Sense.Number ? time.Number : time.Sense == Sense.ShotPlace ? time.Second : time.Time.TotalSeconds;
        return (seconds, sentence[Math.Min((time ?? terms[0]).End, sentence.Length)..].Trim(' ', ':', ',', '.', '-', ';'));
    }

    /// <summary>The first length or stretch that a text names, in whatever words.</summary>
    private double? TimeIn(string text, out int start, out int end)
    {
        var term = TermReader.Read(Tokenizer.Normalised(text), [], _language).FirstOrDefault(term => term.Sense is Sense.Length or Sense.Stretch or Sense.Head);
        (start, end) = term is null ? (0, 0) : (term.At, Math.Min(text.Length, term.End));
        return term is null ? null : term.Sense == Sense.Stretch ? (term.Until - term.Time).TotalSeconds : term.Time.TotalSeconds;
    }

    private static string Alternatives(IEnumerable<string> words) => string.Join('|', words.Distinct().OrderByDescending(word => word.Length).Select(word => Regex.Escape(word.TrimEnd('*'))));

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"^\s*(?<from>[0-9]+(?::[0-9]{1,2})*(?:[.,][0-9]+)?)\s*(?:s|sec|secs|seconds?|秒)?\s*(?:(?:-|–|—|~|to|→|至|到)\s*(?<to>[0-9]+(?::[0-9]{1,2})*(?:[.,][0-9]+)?)\s*)?(?:s|sec|secs|seconds?|秒)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TimeCell();

    [GeneratedRegex(@"^\s*[-*•]?\s*""?(?<key>[\p{L} _]{2,16}?)""?\s*[:：]\s*(?<value>\S.*?)\s*,?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FieldLine();

    [GeneratedRegex(@"^(?:time|times|timing|duration|length|secs?|seconds|dur|len|t|时长|时间|秒数|tiempo|duración|durée|temps|dauer|zeit|durata|tempo|duração|длительность|время|czas|duur|tijd|süre|durasi|waktu|thời lượng|時間|尺|시간|길이)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TimeKey();

    [GeneratedRegex(@"^\s*(?:INT|EXT|I/E)[./]\s*(?<place>[^(\n]*)(?:\(.*)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Slug();

    [GeneratedRegex(@"^[\s,，.:：|｜\-]*(?:visuals?|pictures?|images?|scene|shows?|画面|畫面|镜头|内容|imagen|visuel|bild|immagine|imagem|кадр|obraz|beeld|görüntü|gambar|hình ảnh|映像|화면)\s*[:：]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Visual();

    [GeneratedRegex(@"^(?<head>[^:：\n]{4,90})[:：]\s*(?<items>[^\n]+[;；][^\n]+|(?:\n\s*[-*•]\s*[^\n]+){2,})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex List();

    [GeneratedRegex(@"[^\n.。!！?？;；]*(?:[.。!！?？;；](?!\d)|\.(?=\d)|\n|$)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentences();
}
