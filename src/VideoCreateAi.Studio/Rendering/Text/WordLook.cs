namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>How the word that is being spoken is shown.</summary>
internal enum WordLook
{
    /// <summary>Like all others.</summary>
    None,

    /// <summary>Its letters have another colour.</summary>
    Letters,

    /// <summary>It stands on a field of colour.</summary>
    Box,
}
