namespace VideoCreateAi.Mcp.Translation;

/// <summary>What a word tells about whether a clause speaks of the backend's window. The lexicons name these.</summary>
[Flags]
internal enum GuiCue : ulong
{
    None = 0,

    /// <summary>A word of the language without further meaning here. It helps to tell which language is spoken.</summary>
    Word = 1UL << 0,

    /// <summary>May stand before an imperative: just, then, and.</summary>
    Soft = 1UL << 1,

    /// <summary>Addresses the reader wherever it stands: "you can", "please".</summary>
    You = 1UL << 2,

    /// <summary>On a verb: tells the reader to do it by its form alone, wherever it stands.</summary>
    Order = 1UL << 3,

    // What is to be done.
    Click = 1UL << 4,

    /// <summary>Works on controls and on other things too: press, choose.</summary>
    Press = 1UL << 5,
    Open = 1UL << 6,
    View = 1UL << 7,
    Play = 1UL << 8,
    Drag = 1UL << 9,

    /// <summary>An edit by hand whatever it is done to: double-click, nudge.</summary>
    Handle = 1UL << 10,

    /// <summary>An edit by hand when it is done to a control: move, turn.</summary>
    Adjust = 1UL << 11,
    Use = 1UL << 12,

    /// <summary>with, in, from: makes what follows the means or the place of what the reader can do.</summary>
    Via = 1UL << 13,
    Refresh = 1UL << 14,
    Bring = 1UL << 15,

    // With what.
    Export = 1UL << 16,
    Upload = 1UL << 17,
    Account = 1UL << 18,
    Preview = 1UL << 19,
    Panel = 1UL << 20,

    /// <summary>A control that has no meaning of its own: button, icon.</summary>
    Control = 1UL << 21,

    /// <summary>A control that changes the video: slider, handle, drop-down.</summary>
    Knob = 1UL << 22,

    /// <summary>Only leads to other controls: three dots, the File menu.</summary>
    Menu = 1UL << 23,

    /// <summary>The name of a control that changes the video: Apply, Undo.</summary>
    Revise = 1UL << 24,
    Key = 1UL << 25,
    Playhead = 1UL << 26,
    File = 1UL << 27,
    Shelf = 1UL << 28,
    Slot = 1UL << 29,

    /// <summary>On a noun: is at home outside of windows as well, so it takes more than "is in the" in front of it.</summary>
    Weak = 1UL << 30,

    /// <summary>What the rest of the phrase is wanted for, not what is operated: "to download it".</summary>
    Aim = 1UL << 31,

    // How it is said.
    Did = 1UL << 32,
    Picture = 1UL << 33,
    Not = 1UL << 34,
    If = 1UL << 35,
    Joint = 1UL << 36,
    Lets = 1UL << 37,
    There = 1UL << 38,

    /// <summary>The backend speaks of itself: "I'll".</summary>
    Self = 1UL << 39,

    /// <summary>Opens a clause that cannot stand alone: which, because.</summary>
    Tail = 1UL << 40,
    Trouble = 1UL << 41,
    Cause = 1UL << 42,
    Retry = 1UL << 43,

    /// <summary>Polite noise beside an excuse: sorry, however.</summary>
    Sorry = 1UL << 44,

    /// <summary>Tells the reader the verb that follows at once: "when you click".</summary>
    Lead = 1UL << 45,

    // Set by the scanner (the same bit as a quote there).
    Quote = 1UL << 46,

    /// <summary>A part of a window only for one who goes there: page, section.</summary>
    Place = 1UL << 48,

    /// <summary>A name in capitals where a control's name stands: "hit Duplicate". Seen in the text, not in a lexicon.</summary>
    Label = 1UL << 47,

    /// <summary>On the phrase of a control: means it only as a name, that is quoted or in capitals.</summary>
    Name = 1UL << 49,

    /// <summary>A control that only leads on: OK, Start.</summary>
    Step = 1UL << 50,

    /// <summary>Announces steps: "how to", "do the following".</summary>
    Head = 1UL << 51,

    /// <summary>Announces scenes: outline, shot list.</summary>
    Story = 1UL << 52,

    /// <summary>A verb of which a control may be the subject: "the gear opens the".</summary>
    Does = 1UL << 53,
}
