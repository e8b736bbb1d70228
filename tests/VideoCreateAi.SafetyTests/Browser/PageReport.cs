namespace VideoCreateAi.SafetyTests.Browser;

/// <summary>What a page saw of one attempt: the status and the beginning of the answer, where it was shown them.</summary>
internal sealed record PageReport(string Page, string Target, string Kind, string Way, string Result);
