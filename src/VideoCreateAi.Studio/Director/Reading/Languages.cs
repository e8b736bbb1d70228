namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Tells which language a message is written in: by its script, and within a script by the words that are known.</summary>
internal static class Languages
{
    // A sign of these scripts says about as much as two letters and a half.
    private const double WeightOfRunningSign = 2.5;
    private const double WeightOfStem = 0.7;

    // Letters that no other language here has.
    private const double WeightOfLetters = 2;

    /// <param name="last">The code of the language of the messages before, where known: what a short message is read in.</param>
    public static Language Of(string message, string? last)
    {
        var words = MessagePatterns.FileName().Replace(MessagePatterns.Quoted().Replace(message, " "), " ");
        var letters = new Dictionary<Script, double>();
        foreach (var sign in words)
        {
            if (Scripts.Of(sign) is { } script)
            {
                letters[script] = letters.GetValueOrDefault(script) + (Scripts.IsRunning(sign) ? WeightOfRunningSign : 1);
            }
        }

        if (letters.Count > 1 && letters.ContainsKey(Script.Latin))
        {
            // Names of files and of things are no English.
            letters[Script.Latin] = Tokenizer.Cut(Tokenizer.Normalised(words)).Where(token => token.Kind == TokenKind.Word && Scripts.Of(token.Text[0]) == Script.Latin && Lexicons.English.Knows(token.Lower))
                .Sum(token => token.Text.Length);
        }

        if (letters.Remove(Script.Kana, out var kana))
        {
            // Japanese writes in both.
            letters[Script.Kana] = kana + (letters.Remove(Script.Han, out var han) ? han : 0);
        }

        if (letters.Count == 0 && message.FirstOrDefault(Scripts.IsRunning) is var first and not '\0' && Scripts.Of(first) is { } run)
        {
            // 先a.mp4，再b.mp4: without spaces the words look like parts of the names.
            letters[run] = 1;
        }

        var found = letters.OrderByDescending(row => row.Value).ThenBy(row => row.Key)
            .Select(row => row.Key == Script.Latin ? Latin(words, last, letters.Count == 1) : OfScript(row.Key, words, last))
            .OfType<Lexicon>().ToList();
        if (found.Count == 0)
        {
            found.Add(last is null || last == "en" || !Lexicons.Codes.Contains(last) ? Lexicons.English : Lexicons.Of(last));
        }

        if (!found.Exists(lexicon => lexicon.Code == "en"))
        {
            found.Add(found.Exists(lexicon => lexicon.Script == Script.Latin) ? Lexicons.EnglishBeside : Lexicons.English);
        }

        return new Language(found);
    }

    private static Lexicon? OfScript(Script script, string words, string? last)
    {
        var candidates = Lexicons.All.Where(lexicon => lexicon.Script == script).ToList();
        if (script == Script.Han && last == "ja" && words.Length > 0)
        {
            // A few signs of Han alone are Japanese to somebody who wrote Japanese before.
            return Lexicons.Codes.Contains("ja") ? Lexicons.Of("ja") : candidates.FirstOrDefault();
        }

        return candidates.Find(lexicon => lexicon.Code == last) ?? candidates.FirstOrDefault();
    }

    /// <summary>The language that knows most of the words; English inside of other scripts.</summary>
    private static Lexicon Latin(string words, string? last, bool isAlone)
    {
        if (!isAlone)
        {
            return Lexicons.English;
        }

        var tokens = Tokenizer.Cut(Tokenizer.Normalised(words)).Where(token => token.Kind == TokenKind.Word).ToList();
        var best = Lexicons.English;
        var most = Fit(best, tokens);
        foreach (var lexicon in Lexicons.All.Where(lexicon => lexicon.Script == Script.Latin))
        {
            var fit = Fit(lexicon, tokens);
            if (fit > most || (fit == most && lexicon.Code == last))
            {
                (best, most) = (lexicon, fit);
            }
        }

        return best;
    }

    private static double Fit(Lexicon lexicon, List<Token> tokens)
    {
        if (lexicon.Is("elision"))
        {
            tokens = [.. tokens.SelectMany(token => lexicon.Knows(token.Lower) ? [token] : token.Text.Split('\'').Where(part => part.Length > 0).Select(part => new Token(TokenKind.Word, part)))];
        }

        var fit = lexicon.Setting("letters") is [var letters, ..] && tokens.Exists(token => token.Lower.AsSpan().IndexOfAny(letters) >= 0) ? WeightOfLetters : 0;
        fit -= tokens.Count(token => !lexicon.Spells(token.Lower));
        for (var at = 0; at < tokens.Count;)
        {
            var found = lexicon.Find(tokens, at);
            fit += found is null ? 0 : found.Value.Length * (lexicon.Knows(tokens[at].Lower) ? 1 : WeightOfStem);
            at += found?.Length ?? 1;
        }

        return fit;
    }
}
