namespace VideoCreateAi.Evals;

internal interface IEvalSet
{
    /// <summary>From a line of the input to a line of the output.</summary>
    string Predict(string line);
}
