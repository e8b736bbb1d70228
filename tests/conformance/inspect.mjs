// Lists and calls every tool of a server with the command line of the official Inspector, each call in a session of its own.
// Usage: inspect.mjs <Inspector> <configuration> <server in it> <folder with pictures>
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const [inspector, configuration, server, pictures] = process.argv.slice(2);
const picture = join(pictures, readdirSync(pictures).filter((name) => /\.(png|jpe?g)$/.test(name)).sort()[0]);

// What may stand in an argument of this name. Later calls are about the project and the job of the first.
const values = { wait_seconds: 120 };
const own = {
  create_video: { text: 'make a 3 second video of this picture with the title "Hello"', files: [picture] },
  upload_media: { files: [picture] },
  edit_video: { message: "make the title last 2 seconds" },
  export_video: { quality: "draft", resolution: "480p" },
};

async function inspect(...request) {
  const { stdout } = await promisify(execFile)(
    process.execPath, [inspector, "--cli", "--config", configuration, "--server", server, "-q", ...request], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

const { tools } = await inspect("--method", "tools/list");
if (tools.length === 0) throw new Error("No tools are listed.");
for (const { name, inputSchema } of tools) {
  const known = { ...values, ...own[name] };
  const given = Object.fromEntries(Object.keys(inputSchema.properties ?? {}).filter((key) => key in known).map((key) => [key, known[key]]));
  const missing = (inputSchema.required ?? []).filter((key) => !(key in given));
  if (missing.length > 0) throw new Error(`${name} requires ${missing.join(", ")}: say in this file what to pass.`);

  const { content, structuredContent, isError } = await inspect("--method", "tools/call", "--tool-name", name, "--tool-args-json", JSON.stringify(given));
  if (isError || content[0]?.type !== "text" || !structuredContent) throw new Error(`${name} failed: ${JSON.stringify(content)}`);
  values.project_id ??= structuredContent.project_id;
  values.job_id ??= structuredContent.job_id;
  console.log(`${name}: ${content[0].text.split("\n")[0]}`);
}
