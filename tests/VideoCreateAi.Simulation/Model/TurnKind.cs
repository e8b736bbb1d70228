namespace VideoCreateAi.Simulation.Model;

/// <summary>What a message leads to.</summary>
internal enum TurnKind
{
    Changes,
    ChangesSilently,

    /// <summary>First a clip, later what was added around it.</summary>
    ChangesTwice,

    /// <summary>It only answers.</summary>
    Answers,

    /// <summary>It says and does nothing.</summary>
    Nothing,

    /// <summary>It begins and reports an error; nothing is changed or charged.</summary>
    Fails,
}
