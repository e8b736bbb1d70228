namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>What is painted into the colours of a scene.</summary>
internal enum SceneMotif
{
    /// <summary>Soft fields of colour and nothing else.</summary>
    Fields,

    /// <summary>A low sun over ranges of hills that go pale with distance.</summary>
    SunAndHills,

    /// <summary>Stars over dark hills.</summary>
    Stars,

    /// <summary>A sun over the sea, in bands of swell.</summary>
    Waves,

    /// <summary>Lamps out of focus.</summary>
    Lights,
}
