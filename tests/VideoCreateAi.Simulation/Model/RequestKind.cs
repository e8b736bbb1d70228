namespace VideoCreateAi.Simulation.Model;

internal enum RequestKind
{
    Token,
    Session,
    Turn,
    Upload,
    State,
    Credits,
    Submit,
    Status,
    Cancel,
    Download,
    Claim,
    Other,
}
