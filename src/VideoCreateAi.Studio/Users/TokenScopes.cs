namespace VideoCreateAi.Studio.Users;

/// <summary>What a token is good for.</summary>
[Flags]
internal enum TokenScopes
{
    None = 0,

    /// <summary>To see projects, previews, progress and credits, and to fetch finished files.</summary>
    Read = 1,

    /// <summary>To make, change and delete projects, and to upload.</summary>
    Edit = 2,

    /// <summary>To start and cancel exports.</summary>
    Export = 4,

    All = Read | Edit | Export,
}
