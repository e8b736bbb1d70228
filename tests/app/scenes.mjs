// Timelines as the server would tell them, and a stand-in for it that keeps what it was asked.

const colours = ["#35507a", "#7a4a35", "#2f6b52", "#6b3a63", "#7a6a2f", "#34636e"];

export function timeline({ shots = 5, clips = [], locked, empty = false, title = "Coffee promo" } = {}) {
  const lengths = Array.from({ length: shots }, (_, i) => 2 + (i * 7 % 5) / 2);
  let at = 0;
  const segments = lengths.map((length, i) => {
    const start = at;
    at += length - (i + 1 < shots ? .5 : 0);
    const isClip = clips.includes(i + 1);
    return {
      name: `${["beach", "harbour", "city at night", "table", "rain"][i % 5]}-${i + 1}.${isClip ? "mp4" : "jpg"}`, start, end: start + length, shows: isClip ? "clip" : "image",
      ...(isClip ? { in: 1, out: 1 + length, length: 12 } : {}), ...(i ? { details: ["crossfade 0.5s"] } : {}),
    };
  });
  return {
    project_id: "prj_test", name: title, seen: "seen1", duration_seconds: empty ? 0 : at, width: 1080, height: 1920,
    can_edit: !locked, ...(locked ? { locked } : {}), can_undo: !locked, can_export: !empty, can_play: !locked,
    tracks: empty ? [] : [
      { kind: "Video", main: true, segment_count: shots, segments },
      { kind: "Title", segment_count: 1, segments: [{ name: "Slow mornings", start: .5, end: 3 }] },
      { kind: "Title", segment_count: 1, segments: [{ name: "Order today", start: at - 3, end: at }] },
      { kind: "BGM", volume_percent: 35, segment_count: 1, segments: [{ name: "calm piano", start: 0, end: at, details: ["fade out 2s"] }] },
    ],
  };
}

const picture = (columns, rows) => `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" width="${columns * 90}" height="${rows * 160}">${
  Array.from({ length: columns * rows }, (_, i) => `<rect x="${i % columns * 90}" y="${Math.floor(i / columns) * 160}" width="90" height="160" fill="${colours[i % colours.length]}"/>`).join("")}</svg>`)}`;

export const refusal = (code, words) => ({ isError: true, content: [{ type: "text", text: `${code}: ${words}` }] });
const answer = data => ({ content: [{ type: "text", text: "-" }], structuredContent: data });

export class Stand {
  calls = [];
  jobs = [];
  changes = ["Video: new order"];

  constructor(shown) { this.shown = shown; }

  of(name) { return this.calls.filter(call => call.name === name); }

  async call(name, args) {
    this.calls.push({ name, args });
    if (this.refuses?.name === name) return refusal(this.refuses.code, this.refuses.words);
    switch (name) {
      case "view_timeline": return answer(this.shown);
      case "view_pictures": {
        const columns = Math.min(6, args.times.length);
        return answer({ picture: picture(columns, Math.ceil(args.times.length / columns)), columns, rows: Math.ceil(args.times.length / columns), times_seconds: args.times });
      }
      case "view_edit": {
        if (args.seen !== this.shown.seen) return refusal("timeline_changed", "The timeline has changed meanwhile.");
        this.shown = this.edited(args);
        return answer({ job_id: "job_1", status: "done", timeline: this.shown, ...(this.changes ? { words: "Done.", changes: this.changes } : { words: "There is nothing to take back." }) });
      }
      case "view_clip": return answer({ status: "making", progress: 40, words: "Preparing the preview… 40 %" });
      case "export_video": return answer({ job_id: "job_2", project_id: "prj_test", status: "running" });
      case "cancel_job": return answer({ job_id: "job_2", project_id: "prj_test", status: "cancelled" });
      case "view_job": return answer(this.jobs.length > 1 ? this.jobs.shift() : this.jobs[0]);
      default: throw new Error(`Nobody told what ${name} answers.`);
    }
  }

  edited(args) {
    const next = structuredClone(this.shown);
    next.seen += "x";
    const row = next.tracks[0].segments;
    if (args.action === "move") row.splice(args.to - 1, 0, ...row.splice(args.shot - 1, 1));
    if (args.action === "remove") row.splice(args.shot - 1, 1);
    if (args.action === "length") row[args.shot - 1].end = row[args.shot - 1].start + args.seconds;
    let at = 0;
    for (const one of row) { const length = one.end - one.start; one.start = at; one.end = at + length; at += length; }
    next.tracks[0].segment_count = row.length;
    next.duration_seconds = at;
    return next;
  }
}
