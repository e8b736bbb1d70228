using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoCreateAi.Mcp.Translation.Interchange;

/// <summary>Writes a timeline as OpenTimelineIO JSON (.otio), which Resolve, Premiere, Kdenlive and others open. Clips are of schema 1, which
/// every version of the library reads. All times are frames at the timeline's rate; what the format has no field for is in
/// <c>metadata.videocreateai</c>, as the draft says it.</summary>
internal sealed class Otio(Utf8JsonWriter json, CutSheet sheet, Func<CutPiece, OtioMedia?> media)
{
    private const string Own = "videocreateai";

    /// <param name="title">For a timeline without one.</param>
    /// <param name="media">The file of a piece; null where it has none, or none that other programs can open.</param>
    public static string Write(CutSheet sheet, string title, Func<CutPiece, OtioMedia?> media)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            new Otio(json, sheet, media).WriteTimeline(sheet.Title.Length > 0 ? sheet.Title : title);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void WriteTimeline(string name)
    {
        Begin("Timeline.1", name, sheet.Details);
        json.WritePropertyName("global_start_time");
        WriteTime(0);
        json.WritePropertyName("tracks");
        Begin("Stack.1", "tracks", default);
        WriteItemFields(null, null);
        json.WriteStartArray("children");
        foreach (var lane in OtioLanes.Of(sheet, piece => media(piece) is { HasSound: not false, Seconds: not null }))
        {
            WriteLane(lane);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteLane(Lane lane)
    {
        Begin("Track.1", lane.Name, default);
        json.WriteString("kind", lane.IsSound ? "Audio" : "Video");
        WriteItemFields(null, null);
        json.WriteStartArray("children");
        foreach (var item in lane.Items)
        {
            if (item.TransitionIn + item.TransitionOut > 0)
            {
                WriteTransition(item);
            }

            if (item.Piece is { } piece)
            {
                WriteClip(item, piece, lane.IsSound);
            }
            else
            {
                Begin("Gap.1", "", default);
                WriteItemFields((0, item.Frames), null);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteTransition(LaneItem item)
    {
        var kind = item.Piece!.Transition is { Length: > 0 } told ? told : "crossfade";
        Begin("Transition.1", kind, item.Piece.Details.Member("transition"));
        json.WriteString("transition_type", kind is "crossfade" or "fade" ? "SMPTE_Dissolve" : "Custom_Transition");
        json.WritePropertyName("in_offset");
        WriteTime(item.TransitionIn);
        json.WritePropertyName("out_offset");
        WriteTime(item.TransitionOut);
        json.WriteEndObject();
    }

    private void WriteClip(LaneItem item, CutPiece piece, bool isSound)
    {
        var file = media(piece);
        var runs = piece.Runs && (file is null ? piece.Source.Length > 0 : file.Seconds is not null);

        // Backwards the piece's beginning is the end of its part of the file.
        var skipped = piece.IsReversed ? item.Shown - item.Before - item.Frames : item.Before;
        var start = runs ? (int)Math.Round(Lane.Frame(piece.In, sheet.FramesPerSecond) + (skipped * piece.Speed)) : skipped;
        var length = runs && file?.Seconds is { } seconds ? Lane.Frame(seconds * 1000, sheet.FramesPerSecond) : item.Shown;
        Begin("Clip.1", piece.Label, piece.Details);
        WriteItemFields((start, item.Frames), runs ? piece : null);
        json.WritePropertyName("media_reference");
        WriteReference(piece, isSound, file, Math.Max(length, start + (int)Math.Ceiling(item.Frames * (runs ? piece.Speed : 1))));
        json.WriteEndObject();
    }

    private void WriteReference(CutPiece piece, bool isSound, OtioMedia? file, int available)
    {
        if (file is not null)
        {
            Begin("ExternalReference.1", file.Name, default);
            json.WriteString("target_url", file.Address.AbsoluteUri);
        }
        else if (piece.Source.Length > 0)
        {
            Begin("MissingReference.1", piece.FileName, default);
        }
        else
        {
            // Titles, composed music and spoken words come from what they are told, and no file.
            Begin("GeneratorReference.1", "", default);
            json.WriteString("generator_kind", GeneratorOf(piece, isSound));
            json.WritePropertyName("parameters");
            WriteDetails(piece.Details);
        }

        json.WritePropertyName("available_range");
        if (file is null)
        {
            json.WriteNullValue();
        }
        else
        {
            WriteRange(0, available);
        }

        json.WriteEndObject();
    }

    private static string GeneratorOf(CutPiece piece, bool isSound) => isSound ? (piece.Text.Length > 0 ? "voice" : "music")
        : piece.Text.Length > 0 ? "text" : "scene";

    /// <summary>Opens an object with what all have; the caller closes it.</summary>
    private void Begin(string schema, string name, JsonElement details)
    {
        json.WriteStartObject();
        json.WriteString("OTIO_SCHEMA", schema);
        json.WriteString("name", name);
        json.WriteStartObject("metadata");
        if (details.ValueKind == JsonValueKind.Object)
        {
            json.WritePropertyName(Own);
            WriteDetails(details);
        }

        json.WriteEndObject();
    }

    private void WriteDetails(JsonElement details)
    {
        if (details.ValueKind == JsonValueKind.Object)
        {
            // Raw: half of a letter is JSON, and no text that could be written anew.
            json.WriteRawValue(details.GetRawText(), skipInputValidation: true);
        }
        else
        {
            json.WriteStartObject();
            json.WriteEndObject();
        }
    }

    private void WriteItemFields((int Start, int Frames)? range, CutPiece? timed)
    {
        json.WritePropertyName("source_range");
        if (range is var (start, frames))
        {
            WriteRange(start, frames);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartArray("effects");
        if (timed is not null && (timed.Speed != 1 || timed.IsReversed))
        {
            Begin("LinearTimeWarp.1", "", default);
            json.WriteString("effect_name", "LinearTimeWarp");
            json.WriteNumber("time_scalar", timed.IsReversed ? -timed.Speed : timed.Speed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("markers");
        json.WriteEndArray();
    }

    private void WriteRange(int start, int frames)
    {
        json.WriteStartObject();
        json.WriteString("OTIO_SCHEMA", "TimeRange.1");
        json.WritePropertyName("start_time");
        WriteTime(start);
        json.WritePropertyName("duration");
        WriteTime(frames);
        json.WriteEndObject();
    }

    private void WriteTime(int frames)
    {
        json.WriteStartObject();
        json.WriteString("OTIO_SCHEMA", "RationalTime.1");
        json.WriteNumber("rate", sheet.FramesPerSecond);
        json.WriteNumber("value", frames);
        json.WriteEndObject();
    }
}
