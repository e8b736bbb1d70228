// Finds the commands of all documents and runs them. Arguments: the repository, the folder that run.sh prepared, the folder with the judges.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { rules } from './rules.mjs';

const [root, work, tools] = process.argv.slice(2);
const clone = join(work, 'clone');
const brought = new Set(readdirSync(clone));
const foreign = new Set(['artifacts', 'bin', 'obj', 'node_modules', '.git', 'TestResults']);
const documents = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? (foreign.has(entry.name) ? [] : documents(join(folder, entry.name))) : entry.name.endsWith('.md') ? [join(folder, entry.name)] : []);

// Fences of shell, and what is indented to be code in documents for developers, where it begins as a command does.
function blocks(text) {
  const found = [];
  let fence = null;
  let indented = [];
  for (const line of [...text.split('\n'), '']) {
    if (fence) {
      if (line.startsWith('```')) {
        if (/^(sh|bash|console|shell)$/.test(fence.language)) found.push(fence.lines);
        fence = null;
      } else {
        fence.lines.push(line);
      }
    } else if (line.startsWith('```')) {
      fence = { language: line.slice(3).trim(), lines: [] };
    } else if (/^ {4}\S/.test(line)) {
      indented.push(line.trim());
    } else if (indented.length > 0) {
      if (/^(dotnet|npm|node|tests\/|pango-view)\b/.test(indented[0])) found.push(indented);
      indented = [];
    }
  }

  return found.map((lines) => lines.map((line) => line.replace(/\s+#.*$/, '').trim()).filter((line) => line && !line.startsWith('#')));
}

// In running text: what stands in code signs and begins as commands do. History tells of commands that were.
const inline = (path, text) => /(CHANGELOG|DECISIONS|BENCHMARKS)\.md$/.test(path) ? [] : text.replace(/^```.*?^```/gms, '').match(/`[^`\n]+`/g)
  ?.map((code) => [code.slice(1, -1)]).filter(([code]) => /^([A-Z_]+=\S+ )?(dotnet|docker|claude|npm|sudo|videocreateai|packaging\/\S+\.sh|samples\/\S+\.sh|tests\/\S+\.sh) \S/.test(code)) ?? [];

let passed = 0;
let failed = 0;
function fail(what, why) {
  failed++;
  console.log(`FAILED  ${what}\n${why}`);
}

function bash(lines, asks = false) {
  // What a block leaves behind is not there for the next one.
  for (const name of readdirSync(clone)) if (!brought.has(name)) rmSync(join(clone, name), { recursive: true });
  const script = join(work, 'block.sh');
  writeFileSync(script, `set -eu\n${lines.join('\n')}\n`);
  const begun = Date.now();
  const run = asks
    ? spawnSync('script', ['-qec', `bash ${script}`, '/dev/null'], { cwd: clone, input: 'y\n', encoding: 'utf8', timeout: 180_000 })
    : spawnSync('bash', [script], { cwd: clone, input: '', encoding: 'utf8', timeout: 180_000 });
  const written = run.status !== 0 && existsSync(join(clone, 'result.json')) ? readFileSync(join(clone, 'result.json'), 'utf8') : '';
  return { good: run.status === 0, told: `${run.stdout}${run.stderr}${written}\nIt ended with ${run.status ?? run.signal}.`, seconds: (Date.now() - begun) / 1000 };
}

// A server does not end by itself: it is good when it says its address and lets in nobody without the token.
const serve = (line, address) => [
  `${line} 2>served & served=$!`,
  `for _ in $(seq 100); do grep -q ${address} served && break; sleep 0.2; done`,
  `status=$(node -e 'fetch("${address}", { method: "POST" }).then((reply) => console.log(reply.status), console.log)')`,
  'kill $served; wait $served || true; cat served; [ "$status" = 401 ]',
];

let project;
function projectId() {
  project ??= /prj_\w+/.exec(bash(['videocreateai make "a 1 second slideshow" photos/a.jpg --resolution 480p --quality draft --json']).told)?.[0];
  return project ?? 'prj_none';
}

const used = new Set();
const seen = new Set();
for (const path of documents(root).sort()) {
  const text = readFileSync(path, 'utf8');
  for (const block of [...blocks(text), ...inline(path, text)]) {
    const lines = [];
    let asks = false;
    for (const line of block) {
      const rule = rules.find((known) => known.match.test(line));
      if (rule) used.add(rule);
      if (rule?.never || seen.has(line)) continue;
      if (!rule && /^dotnet (run|build|publish|pack|test|restore)\b/.test(line)) {
        fail(`${relative(root, path)}: ${line}`, 'It would build in folders that all tests use. Give it a rule.');
        continue;
      }

      seen.add(line);
      asks ||= rule?.ask === true;
      lines.push(...(rule?.serves ? serve(line, rule.serves)
        : [rule?.instead ? line.replace(rule.match, '\u0000$1').replace(/\u0000(\w*).*$/, (_, word) => rule.instead.replace('$1', word))
          : rule?.project ? line.replace('prj_0123456789', projectId()) : line]));
    }

    if (lines.length === 0 || lines.every((line) => line.startsWith('cd '))) continue;
    const { good, told, seconds } = bash(lines, asks);
    const name = `${relative(root, path)}: ${lines.join(' ; ').slice(0, 150)}`;
    console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`);
    if (good) passed++;
    else fail(name, told.split('\n').slice(-30).join('\n'));
  }
}

for (const rule of rules.filter((known) => !used.has(known))) fail(`the rule for ${rule.match}`, 'No document has such a command any more.');

const check = bash(['cd samples/TypeScript', 'npm run --silent check']);
if (check.good) passed++;
else fail('samples/TypeScript: npm run check', check.told);

// By the schema of the format, from the library of those who made it.
const bill = bash(['dotnet packaging/Sbom/bin/Release/net10.0/Sbom.dll src/VideoCreateAi.Mcp/obj/project.assets.json bill.cdx.json']);
const { Validation } = createRequire(join(tools, 'package.json'))('@cyclonedx/cyclonedx-library');
const faults = bill.good ? await new Validation.JsonStrictValidator('1.6').validate(readFileSync(join(clone, 'bill.cdx.json'), 'utf8')) : bill.told;
if (faults === null) passed++;
else fail('the bill of materials', JSON.stringify(faults));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 10 ? 0 : 1);
