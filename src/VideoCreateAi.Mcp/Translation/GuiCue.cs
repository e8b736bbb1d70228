namespace VideoCreateAi.Mcp.Translation;

/// <summary>What a word tells about whether a clause speaks of the backend's window. The lexicons name these.</summary>
[Flags]
internal enum GuiCue : ulong
{
    None = 0,

    /// <summary>May stand before an imperative: please, just, you can, then.</summary>
    Soft = 1UL << 0,

    // What is to be done.
    Click = 1UL << 1,
    Open = 1UL << 2,
    View = 1UL << 3,
    Play = 1UL << 4,
    Drag = 1UL << 5,
    Handle = 1UL << 6,
    Use = 1UL << 7,
    Refresh = 1UL << 8,
    Bring = 1UL << 9,

    // With what.
    Export = 1UL << 12,
    Upload = 1UL << 13,
    Account = 1UL << 14,
    Preview = 1UL << 15,
    Panel = 1UL << 16,
    Control = 1UL << 17,
    Revise = 1UL << 18,
    File = 1UL << 19,
    Shelf = 1UL << 20,
    Slot = 1UL << 21,

    /// <summary>A place of the window that nothing in a picture is called: "in the Inspector", "toolbar".</summary>
    Window = 1UL << 22,

    // How it is said.
    Did = 1UL << 30,
    Picture = 1UL << 31,
    Not = 1UL << 32,
    If = 1UL << 33,
    Joint = 1UL << 34,
    Trouble = 1UL << 35,
    Lets = 1UL << 36,
    There = 1UL << 37,
    Cause = 1UL << 38,
    Retry = 1UL << 39,

    /// <summary>Addresses the reader: "you can".</summary>
    You = 1UL << 40,

    /// <summary>The backend speaks of itself: "I'll".</summary>
    Self = 1UL << 41,

    /// <summary>Opens a clause that cannot stand alone: which, because, to.</summary>
    Tail = 1UL << 42,

    // Set by the scanner (the same bit as a quote there).
    Quote = 1UL << 46,
}
