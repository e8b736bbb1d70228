// Lists and calls every tool of a server with the command line of the official Inspector, each call in a session of its own; then reads
// every resource of the project that came of it, and every prompt.
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
  restore_version: { step: 1 },
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
  if (isError || content.length === 0 || !structuredContent) throw new Error(`${name} failed: ${JSON.stringify(content)}`);
  values.project_id ??= structuredContent.project_id;
  values.job_id ??= structuredContent.job_id;
  console.log(`${name}: ${content.find((block) => block.type === "text")?.text.split("\n")[0]}`);
}

const { resources } = await inspect("--method", "resources/list");
const ofProject = resources.filter(({ uri }) => uri.startsWith(`videocreateai://projects/${values.project_id}/`));
for (const type of ["text/plain", "application/json", "image/jpeg", "video/mp4"]) {
  if (!ofProject.some(({ mimeType }) => mimeType === type)) throw new Error(`No resource of the project is ${type}: ${JSON.stringify(resources)}`);
}
for (const { uri, mimeType, size } of ofProject) {
  const [{ text, blob, ...contents }] = (await inspect("--method", "resources/read", "--uri", uri)).contents;
  const bytes = text === undefined ? Buffer.from(blob, "base64").length : Buffer.byteLength(text);
  if (contents.mimeType !== mimeType || bytes === 0 || (size ?? bytes) !== bytes) throw new Error(`${uri} has ${bytes} bytes of ${contents.mimeType}`);
  console.log(`${uri}: ${bytes} bytes of ${mimeType}`);
}

const { resourceTemplates } = await inspect("--method", "resources/templates/list");
const patterns = resourceTemplates.map(({ uriTemplate }) => new RegExp(`^${uriTemplate.replaceAll(/\{\w+\}/g, "[^/]+")}$`));
const strange = ofProject.find(({ uri }) => !patterns.some((pattern) => pattern.test(uri)));
if (strange) throw new Error(`${strange.uri} is of none of the templates ${JSON.stringify(resourceTemplates)}`);

const { prompts } = await inspect("--method", "prompts/list");
if (prompts.length === 0) throw new Error("No prompts are listed.");
for (const { name, arguments: wanted } of prompts) {
  const given = (wanted ?? []).filter(({ required }) => required).map((argument) => `${argument.name}=the ${argument.name}`);
  const { messages } = await inspect("--method", "prompts/get", "--prompt-name", name, ...(given.length > 0 ? ["--prompt-args", ...given] : []));
  if (!messages[0]?.content.text) throw new Error(`${name} has no text: ${JSON.stringify(messages)}`);
  console.log(`${name}: ${messages[0].content.text.split("\n")[0]}`);
}
