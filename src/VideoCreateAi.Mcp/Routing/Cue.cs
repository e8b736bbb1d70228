namespace VideoCreateAi.Mcp.Routing;

/// <summary>What a word or phrase of a lexicon tells about the clause that it stands in. The lexicons name these.</summary>
[Flags]
internal enum Cue : ulong
{
    None = 0,

    /// <summary>A word of the language without further meaning here. It helps to tell which language is spoken.</summary>
    Word = 1UL << 0,

    // Verbs: the first of a clause is its head (the last where verbs come last).
    Export = 1UL << 1,
    Transfer = 1UL << 2,
    Edit = 1UL << 3,
    Create = 1UL << 4,
    Show = 1UL << 5,
    Hand = 1UL << 6,
    Ask = 1UL << 7,
    Want = 1UL << 8,
    Here = 1UL << 9,
    Exported = 1UL << 10,
    Uploaded = 1UL << 11,

    // What is spoken of.
    Video = 1UL << 12,
    Final = 1UL << 13,
    Feature = 1UL << 14,
    Account = 1UL << 15,
    Cost = 1UL << 16,
    Quantity = 1UL << 17,
    Left = 1UL << 18,
    Another = 1UL << 19,
    Board = 1UL << 20,
    Done = 1UL << 21,
    Mine = 1UL << 22,
    Material = 1UL << 23,
    Place = 1UL << 24,
    Finish = 1UL << 25,
    Widget = 1UL << 26,
    Change = 1UL << 27,
    It = 1UL << 28,
    Fresh = 1UL << 29,
    Sofar = 1UL << 30,
    AudioOnly = 1UL << 31,

    // Structure.
    Not = 1UL << 32,
    NotBack = 1UL << 33,
    Before = 1UL << 34,
    After = 1UL << 35,
    If = 1UL << 36,
    Then = 1UL << 37,
    And = 1UL << 38,
    Says = 1UL << 39,
    Topic = 1UL << 40,
    Advice = 1UL << 41,
    Keep = 1UL << 42,
    Polite = 1UL << 43,
    Past = 1UL << 44,

    // Seen in the text, not in a lexicon.
    Question = 1UL << 45,
    Quote = 1UL << 46,
    Path = 1UL << 47,
    Url = 1UL << 48,
    Bare = 1UL << 49,
    Format = 1UL << 50,
    Size = 1UL << 51,
    Short = 1UL << 52,

    // Which verb is the head.
    HeadExport = 1UL << 53,
    HeadTransfer = 1UL << 54,
    HeadEdit = 1UL << 55,
    HeadCreate = 1UL << 56,
    HeadShow = 1UL << 57,
    HeadHand = 1UL << 58,
    HeadAsk = 1UL << 59,
    HeadWant = 1UL << 60,

    /// <summary>A split stands after this word: it closes its clause ("导出之前", "完成后").</summary>
    Closes = 1UL << 61,

    /// <summary>Stands for something to be seen or heard although it holds a word of another cue: "white balance".</summary>
    Content = 1UL << 62,

    /// <summary>is, has, did: asks when it opens a clause or the clause ends in a question mark; states a fact elsewhere.</summary>
    Auxiliary = 1UL << 63,
}
