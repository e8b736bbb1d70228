namespace VideoCreateAi.Simulation.Clients;

/// <summary>The process died before it answered.</summary>
internal sealed class ProcessDiedException : Exception;
