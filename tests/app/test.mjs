// Looks at the timeline view in Chromium through the official bridge of MCP Apps: first beside a stand-in for the server, then beside the
// published server itself. The last line is "N passed, N failed". Screenshots lie in the folder that is named.
import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { chromium } from "playwright-core";
import { servePages } from "./pages.mjs";
import { Stand, refusal, timeline } from "./scenes.mjs";

const [server, view, samples, shots, only] = process.argv.slice(2);
const Ui = "io.modelcontextprotocol/ui", Type = "text/html;profile=mcp-app", Address = "ui://videocreateai/timeline.html";
const Patience = 20_000;

mkdirSync(shots, { recursive: true });
const bundle = await build({ entryPoints: [join(import.meta.dirname, "page.mjs")], bundle: true, format: "esm", write: false, nodePaths: [process.env.NODE_PATH], logLevel: "silent" });
const pages = await servePages(bundle.outputFiles[0].text);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--autoplay-policy=no-user-gesture-required", "--font-render-hinting=none"] });
const html = readFileSync(view, "utf8");

let passed = 0, failed = 0;
async function test(name, run) {
  if (only && !name.includes(only)) return;
  let limit;
  try {
    await Promise.race([run(), new Promise((_, late) => { limit = setTimeout(() => late(new Error("It took longer than three minutes.")), 180_000); })]);
    passed++;
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}\n        ${error.stack.split("\n").slice(0, 6).join("\n        ")}`);
  } finally {
    clearTimeout(limit);
  }
}

/** A view in a host of its own. */
async function open(callTool, { width = 760, theme = "light", context = {}, capabilities, source = html, touch = false } = {}) {
  const page = await browser.newPage({ viewport: { width: Math.max(width, 320), height: 900 }, deviceScaleFactor: 1, hasTouch: touch });
  const faults = [], model = [];
  page.on("console", message => { if (message.type() === "error") faults.push(message.text()); });
  page.on("pageerror", error => faults.push(String(error)));
  await page.exposeFunction("callTool", callTool);
  await page.exposeFunction("modelHeard", said => { model.push(said.content.map(part => part.text).join("\n")); });
  await page.goto(pages.address);
  await page.waitForFunction(() => window.host);
  const app = await Promise.race([
    page.evaluate(options => window.host.open(options), {
      html: source, sandbox: pages.sandbox, capabilities, context: { theme, displayMode: "inline", containerDimensions: { maxWidth: width }, ...context },
    }),
    new Promise((_, late) => setTimeout(() => late(new Error(`The view did not begin. ${faults.join("\n")}`)), Patience).unref()),
  ]);
  const inner = page.frames().find(frame => frame.parentFrame()?.parentFrame());
  inner.setDefaultTimeout?.(Patience);
  return {
    page, app, inner, faults, model,
    $: selector => inner.locator(selector),
    result: result => page.evaluate(given => window.host.result(given), result),
    until: (what, args, patience = Patience) => inner.waitForFunction(what, args, { timeout: patience }),
    done: async () => { await page.close(); assert.deepEqual(faults, []); },
  };
}
const shown = { content: [{ type: "text", text: "Timeline" }], structuredContent: { project_id: "prj_test" } };
async function beside(stand, options) {
  const at = await open((name, args) => stand.call(name, args), options);
  await at.result(shown);
  await at.$("#work:not([hidden]), #empty:not([hidden])").first().waitFor();
  return at;
}
async function eventually(what, words) {
  for (const end = Date.now() + Patience; Date.now() < end; await new Promise(done => setTimeout(done, 25))) if (await what()) return;
  assert.fail(words);
}

await test("the page is one file that loads nothing and is small", () => {
  assert.ok(Buffer.byteLength(html) <= 50_000, `${Buffer.byteLength(html)} bytes`);
  assert.doesNotMatch(html, /(src|href)="(?!#)|@import|url\((?!"\$)|blob:|innerHTML|fetch\(/);
});

await test("it introduces itself and draws tracks, names and times", async () => {
  const at = await beside(new Stand(timeline()));
  assert.equal(at.app.name, "videocreateai-timeline");
  assert.equal(await at.$("h1").textContent(), "Coffee promo");
  assert.equal(await at.$("[role=option]").count(), 5);
  assert.deepEqual(await at.$(".names div").allTextContents(), ["Video", "Titles", "Music"]);
  assert.equal(await at.$(".lane").count(), 3, "titles that do not overlap share a row");
  assert.match(await at.$(".lane:last-of-type .item").last().getAttribute("aria-label"), /calm piano, 0:00\.0 to .*, volume 35 %/);
  await at.until(() => document.querySelectorAll(".film i").length >= 5);
  await at.done();
});

await test("shots are chosen, moved, trimmed and removed by keys, and undone", async () => {
  const stand = new Stand(timeline());
  const at = await beside(stand);
  await at.$("#shot-0").focus();
  await at.page.keyboard.press("ArrowRight");
  await at.until(() => document.activeElement.id === "shot-1");
  await at.page.keyboard.press("Alt+ArrowRight");
  await eventually(() => stand.of("view_edit").length === 1, "nothing was moved");
  assert.deepEqual(stand.of("view_edit")[0].args, { project_id: "prj_test", seen: "seen1", action: "move", shot: 2, to: 3 });
  await at.until(() => document.activeElement.id === "shot-2" && !document.querySelector(".busy"));
  await at.page.keyboard.press("Shift+ArrowRight");
  await at.page.keyboard.press("Shift+ArrowRight");
  await eventually(() => stand.of("view_edit").length === 2, "nothing was trimmed");
  assert.deepEqual(stand.of("view_edit")[1].args, { project_id: "prj_test", seen: "seen1x", action: "length", shot: 3, seconds: 3.2 });
  await at.until(() => !document.querySelector(".busy"));
  await at.page.keyboard.press("Delete");
  await eventually(() => stand.of("view_edit").length === 3, "nothing was removed");
  assert.equal(stand.of("view_edit")[2].args.action, "remove");
  await at.until(() => !document.querySelector(".busy"));
  await at.page.keyboard.press("Control+z");
  await eventually(() => stand.of("view_edit").length === 4, "nothing was undone");
  assert.deepEqual(stand.of("view_edit")[3].args, { project_id: "prj_test", seen: "seen1xxx", action: "undo" });
  await eventually(() => at.model.length === 4, "the model was not told");
  assert.match(at.model[0], /by hand in the timeline view: Shot 2 is now shot 3\. Video: new order/);
  await at.done();
});

await test("a shot is dragged to another place", async () => {
  const stand = new Stand(timeline());
  const at = await beside(stand);
  // Pictures that come in late may shift the page under the pointer: it takes hold anew then.
  await eventually(async () => {
    await at.$("#shot-0").hover({ position: { x: 40, y: 20 } });
    await at.page.mouse.down();
    const held = await at.$("#shot-0").boundingBox();
    await at.page.mouse.move(held.x + 70, held.y + 20, { steps: 3 });
    const drags = await at.$(".ghost").waitFor({ timeout: 3000 }).then(() => true, () => false);
    if (!drags) await at.page.mouse.up();
    return drags;
  }, "nothing was taken hold of");
  const to = await at.$("#shot-2").boundingBox();
  await at.page.mouse.move(to.x + to.width - 12, to.y + 20, { steps: 6 });
  assert.equal(await at.$(".tip").textContent(), "To place 3");
  await at.page.mouse.up();
  await eventually(() => stand.of("view_edit").length === 1, "nothing was moved");
  assert.deepEqual([stand.of("view_edit")[0].args.shot, stand.of("view_edit")[0].args.to], [1, 3]);
  assert.equal(await at.$(".ghost").count(), 0);
  await at.done();
});

await test("the edge of a still sets its length, the edges of a clip which part of its file is shown", async () => {
  const stand = new Stand(timeline({ clips: [3] }));
  const at = await beside(stand);
  const pull = async (shot, grip, by) => {
    await at.$(`#shot-${shot}`).hover();
    const edge = await at.$(`#shot-${shot} .grip.${grip}`).boundingBox();
    await at.page.mouse.move(edge.x + 5, edge.y + 20);
    await at.page.mouse.down();
    await at.page.mouse.move(edge.x + 5 + by, edge.y + 20, { steps: 4 });
    await at.page.mouse.up();
  };
  await pull(0, "out", 40);
  await eventually(() => stand.of("view_edit").length === 1, "the still was not trimmed");
  const still = stand.of("view_edit")[0].args;
  assert.equal(still.action, "length");
  assert.ok(still.seconds > 2.2 && still.seconds < 3.5, `${still.seconds} s`);
  await at.until(() => !document.querySelector(".busy"));
  await pull(2, "in", 30);
  await eventually(() => stand.of("view_edit").length === 2, "the clip was not trimmed");
  const clip = stand.of("view_edit")[1].args;
  assert.equal(clip.action, "trim");
  assert.ok(clip.start > 1 && clip.end === 1 + stand.shown.tracks[0].segments[2].out - 1, JSON.stringify(clip));
  await at.until(() => !document.querySelector(".busy"));
  await pull(2, "in", -150);
  await eventually(() => stand.of("view_edit").length === 3, "the clip was not trimmed");
  assert.equal(stand.of("view_edit")[2].args.start, 0, "a clip begins at its file's beginning at the earliest");
  await at.done();
});

await test("the fields and buttons of the chosen shot do the same", async () => {
  const stand = new Stand(timeline());
  const at = await beside(stand);
  assert.match(await at.$("#shot").innerText(), /Shot 1 of 5 · still/);
  await at.$("#shot input").fill("4.5");
  await at.$("#shot input").press("Enter");
  await eventually(() => stand.of("view_edit").length === 1, "the field did nothing");
  assert.equal(stand.of("view_edit")[0].args.seconds, 4.5);
  await at.until(() => !document.querySelector(".busy"));
  await at.$("#shot").getByRole("button", { name: "Later" }).click();
  await eventually(() => stand.of("view_edit").length === 2, "the button did nothing");
  assert.deepEqual([stand.of("view_edit")[1].args.shot, stand.of("view_edit")[1].args.to], [1, 2]);
  await at.$("#shot-1[aria-selected=true]").waitFor();
  await at.done();
});

await test("an edit that changes nothing says so, and the model hears nothing", async () => {
  const stand = new Stand(timeline());
  stand.edited = function () { return this.shown; };
  const at = await beside(stand);
  stand.changes = null;
  await at.$("#undo").click();
  await at.until(() => document.querySelector("#status").textContent === "There is nothing to take back.");
  assert.equal(at.model.length, 0);
  await at.done();
});

await test("the playhead is a slider that keys and the mouse move, and the picture follows", async () => {
  const stand = new Stand(timeline());
  const at = await beside(stand);
  await at.$("#ruler").focus();
  await at.page.keyboard.press("Home");
  await at.page.keyboard.press("ArrowRight");
  await at.page.keyboard.press("Shift+ArrowRight");
  assert.equal(await at.$("#ruler").getAttribute("aria-valuetext"), "0:01.1");
  await eventually(() => stand.of("view_pictures").some(call => call.args.large && call.args.times[0] === 1.1), "no picture was asked for");
  const ruler = await at.$("#ruler").boundingBox();
  await at.page.mouse.click(ruler.x + ruler.width / 2, ruler.y + 8);
  assert.ok(+await at.$("#ruler").getAttribute("aria-valuenow") > 3);
  await at.done();
});

await test("a refusal is told in words, and a timeline that changed meanwhile is shown as it is", async () => {
  const stand = new Stand(timeline());
  const at = await beside(stand);
  stand.shown = { ...timeline({ shots: 4 }), seen: "other" };
  await at.$("#shot").getByRole("button", { name: "Later" }).click();
  await at.$("#fault:not([hidden])").waitFor();
  assert.match(await at.$("#fault").innerText(), /^The timeline has changed meanwhile\.$/m);
  assert.equal(await at.$("[role=option]").count(), 4);
  stand.refuses = { name: "export_video", code: "project_busy", words: "An edit of this project is still running." };
  await at.$("#export").click();
  await at.until(() => document.querySelector("#fault p").textContent.includes("still running"));
  await at.$("#fault button").click();
  assert.equal(await at.$("#fault").isVisible(), false);
  await at.done();
});

await test("a failed call, a cancelled one and an empty project say so", async () => {
  const stand = new Stand(timeline({ empty: true }));
  const at = await open((name, args) => stand.call(name, args));
  await at.result(refusal("no_project", "No project has been begun in this conversation."));
  await at.$("#fault:not([hidden])").waitFor();
  assert.match(await at.$("#fault").innerText(), /No project has been begun/);
  assert.equal(await at.$("#waiting").isVisible(), false);
  await at.result(shown);
  await at.$("#empty:not([hidden])").waitFor();
  assert.equal(await at.$("#export").isVisible(), false);
  await at.page.evaluate(() => window.host.cancelled("the user stopped it"));
  await at.until(() => document.querySelector("#fault p").textContent.includes("the user stopped it"));
  await at.done();
});

await test("what media and backends say is shown as text and never as a page", async () => {
  const evil = "<img src=x onerror=\"parent.postMessage('evil','*')\"><b>hi</b>";
  const shownEvil = timeline({ title: evil });
  shownEvil.tracks[0].segments[0].name = evil;
  shownEvil.tracks[0].segments[0].details = [evil];
  shownEvil.tracks[1].segments[0].name = evil;
  const stand = new Stand(shownEvil);
  const at = await beside(stand);
  await at.result(refusal("oh", evil));
  await at.$("#fault:not([hidden])").waitFor();
  assert.equal(await at.inner.evaluate(() => document.querySelectorAll("img:not(#frame), #app b b, h1 *").length), 0);
  assert.equal(await at.$("h1").textContent(), evil);
  await at.done();
});

await test("where nothing can be edited nothing is offered to", async () => {
  const stand = new Stand(timeline({ locked: "This backend takes words only: ask for changes in the chat." }));
  const at = await beside(stand);
  assert.equal(await at.$("#undo").isVisible(), false);
  assert.equal(await at.$(".grip, #shot input, #shot button").count(), 0);
  assert.equal(await at.$("#play").isVisible(), false);
  assert.match(await at.$("#status").innerText(), /ask for changes in the chat/);
  await at.$("#shot-1").click();
  for (const key of ["Delete", "Alt+ArrowRight", "Shift+ArrowRight", "Control+z"]) await at.page.keyboard.press(key);
  assert.equal(stand.of("view_edit").length, 0);
  await at.done();
});

await test("of 200 shots only those in sight are drawn, and every one can be reached", async () => {
  const stand = new Stand(timeline({ shots: 200 }));
  const at = await beside(stand, { width: 1000 });
  assert.ok(await at.$(".item").count() < 70, `${await at.$(".item").count()} bars`);
  await at.$("#shot-0").focus();
  await at.page.keyboard.press("End");
  await at.until(() => document.activeElement.id === "shot-199");
  assert.equal(await at.$("#shot-199").getAttribute("aria-posinset"), "200");
  assert.ok(await at.$(".item").count() < 70);
  await at.until(() => document.querySelectorAll("#shot-199 .film i").length > 0);
  await at.$("#fit").click();
  await at.until(() => document.querySelector("#scroll").scrollWidth <= document.querySelector("#scroll").clientWidth + 1);
  await at.page.screenshot({ path: join(shots, "200-shots.png") });
  assert.ok(stand.of("view_pictures").every(call => call.args.times.length <= 24));
  await at.done();
});

await test("an export shows how it goes, can be cancelled, and tells where the file is", async () => {
  const stand = new Stand(timeline());
  const running = progress => ({ job_id: "job_2", project_id: "prj_test", status: "running", progress, words: `Rendering ${progress} %, about 3 s left` });
  stand.jobs = [running(20), running(60), { job_id: "job_2", project_id: "prj_test", status: "done", progress: 100, words: "Saved.", file: { name: "promo.mp4", path: "/home/me/Videos/promo.mp4", type: "video/mp4", width: 1080, height: 1920, duration_seconds: 12.3, bytes: 3_400_000 } }];
  const at = await beside(stand);
  await at.$("#export").click();
  await at.until(() => document.querySelector("#job .bar").getAttribute("aria-valuenow") === "60");
  await at.until(() => document.querySelector("#job").innerText.includes("Saved promo.mp4 · 0:12.3 · 1080 × 1920 · 3.4 MB"));
  assert.match(await at.$("#job small").innerText(), /\/home\/me\/Videos\/promo\.mp4/);
  assert.deepEqual(stand.of("export_video")[0].args, { project_id: "prj_test", wait_seconds: 0 });
  stand.jobs = [running(10)];
  await at.$("#export").click();
  await at.$("#job").getByRole("button", { name: "Cancel" }).click();
  await eventually(() => stand.of("cancel_job").length === 1, "nothing was cancelled");
  stand.jobs = [{ job_id: "job_2", project_id: "prj_test", status: "cancelled", progress: 10, words: "It was cancelled." }];
  await at.until(() => document.querySelector("#fault p").textContent === "It was cancelled.");
  await at.done();
});

await test("it follows the host's theme, colours and size, and rests when it is taken away", async () => {
  const stand = new Stand(timeline());
  stand.jobs = [{ job_id: "job_2", project_id: "prj_test", status: "running", progress: 1, words: "…" }];
  const at = await beside(stand, { theme: "dark", context: { styles: { variables: { "--color-background-primary": "rgb(1, 2, 3)" } } } });
  assert.equal(await at.inner.evaluate(() => getComputedStyle(document.querySelector("#app")).backgroundColor), "rgb(1, 2, 3)");
  assert.equal(await at.inner.evaluate(() => document.documentElement.style.colorScheme), "dark");
  await at.page.evaluate(() => window.host.context({ theme: "light" }));
  await at.until(() => document.documentElement.style.colorScheme === "light");
  await eventually(async () => await at.inner.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 1), "the frame is lower than the view");
  await at.$("#export").click();
  await eventually(() => stand.of("view_job").length >= 2, "nobody looks at the job");
  await at.page.evaluate(() => window.host.teardown());
  const looks = stand.of("view_job").length;
  await new Promise(done => setTimeout(done, 1600));
  assert.ok(stand.of("view_job").length <= looks + 1);
  await at.done();
});

await test("everything that can be pressed has a name, and is reached by the tab key", async () => {
  const at = await beside(new Stand(timeline()));
  const nameless = await at.inner.evaluate(() => [...document.querySelectorAll("button, input, [role=option], [role=slider]")]
    .filter(one => one.checkVisibility() && !(one.getAttribute("aria-label") || one.title || one.textContent.trim() || one.labels?.length)).map(one => one.outerHTML));
  assert.deepEqual(nameless, []);
  await at.inner.evaluate(() => document.body.focus());
  const reached = new Set();
  for (let i = 0; i < 24; i++) {
    await at.page.keyboard.press("Tab");
    reached.add(await at.inner.evaluate(() => document.activeElement?.id || document.activeElement?.dataset?.key || ""));
  }
  for (const id of ["undo", "export", "play", "ruler", "shot-0", "length", "right", "in"]) assert.ok(reached.has(id), `${id} is not reached: ${[...reached].join(" ")}`);
  await at.done();
});

for (const width of [320, 560, 960]) {
  await test(`nothing sticks out at ${width} pixels`, async () => {
    const at = await beside(new Stand(timeline()), { width });
    assert.deepEqual(await at.inner.evaluate(() => [...document.querySelectorAll("#app, .head > *, .desk > *, .transport > *, .tracks, .foot")]
      .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + .5).map(one => one.id || one.className)), []);
    await at.done();
  });
}

await test("beside the published server it shows, edits, plays and exports a real video", async () => {
  const work = mkdtempSync(join(tmpdir(), "vca-app-"));
  process.env.VIDEOCREATEAI_STUDIO_IDLE_SECONDS = "3";
  const connect = async capabilities => {
    const client = new Client({ name: "test", version: "1" }, { capabilities });
    await client.connect(new StdioClientTransport({
      command: "dotnet", args: [server, "--data", join(work, "data"), "--output", join(work, "out"), "--allow-dir", samples], env: { ...process.env }, stderr: "ignore",
    }));
    return client;
  };
  const client = await connect({ extensions: { [Ui]: { mimeTypes: [Type] } } });
  try {
    const { tools } = await client.listTools();
    assert.equal(tools.find(tool => tool.name === "get_timeline")._meta.ui.resourceUri, Address);
    const forApp = new Set(tools.filter(tool => tool._meta?.ui?.visibility?.includes("app") ?? true).map(tool => tool.name));
    const { contents: [page] } = await client.readResource({ uri: Address });
    assert.equal(page.mimeType, Type);
    assert.ok(page._meta.ui.csp);

    const call = async (name, args) => {
      assert.ok(forApp.has(name), `${name} is not for the view`);
      const result = await client.callTool({ name, arguments: args }, { timeout: 120_000 });
      assert.ok(JSON.stringify(result.structuredContent ?? {}).length < 100_000, `${name} answers too much`);
      return result;
    };
    const made = await client.callTool({
      name: "create_video", arguments: {
        text: "Make a 6 second vertical video of these photos with crossfades, the title \"Slow mornings\" and calm music",
        files: ["01-dusk-mountains.jpg", "02-harbour-sea.jpg", "03-city-night.jpg"].map(name => join(samples, "pictures", name)), wait_seconds: 55,
      },
    }, { timeout: 120_000 });
    assert.equal(made.structuredContent.status, "done", JSON.stringify(made.content));
    const result = await client.callTool({ name: "get_timeline", arguments: {} });

    const at = await open(call, { width: 760, source: page.text });
    await at.result(result);
    await at.until(() => [...document.querySelectorAll(".film i")].filter(one => getComputedStyle(one).backgroundImage.includes("data:image/jpeg")).length >= 3 && document.querySelector("#frame").src.startsWith("data:image/jpeg"));
    for (const theme of ["light", "dark"]) {
      for (const width of [320, 560, 960]) {
        await at.page.setViewportSize({ width, height: 900 });
        await at.page.evaluate(([width, theme]) => { document.querySelector("iframe").style.width = `${width}px`; document.body.style.background = theme === "dark" ? "#26272b" : "#f0eee6"; window.host.context({ theme }); }, [width, theme]);
        await at.page.waitForTimeout(400);
        await at.page.screenshot({ path: join(shots, `${theme}-${width}.png`), fullPage: true });
      }
    }

    const first = await at.$("#shot-0").getAttribute("aria-label");
    await at.$("#shot-0").focus();
    await at.page.keyboard.press("Alt+ArrowRight");
    await at.until(before => !document.querySelector(".busy") && document.querySelector("#shot-1").getAttribute("aria-label").includes(before), first.split(", ")[1]);
    await at.page.keyboard.press("Control+z");
    await at.until(before => !document.querySelector(".busy") && document.querySelector("#shot-0").getAttribute("aria-label") === before, first);
    assert.match(at.model.join("\n"), /Shot 1 is now shot 2/);

    await at.$("#play").click();
    await at.until(() => document.querySelector("#clip").currentTime > .5, null, 120_000);
    assert.equal(await at.inner.evaluate(() => Math.min(document.querySelector("#clip").videoWidth, document.querySelector("#clip").videoHeight)), 480);
    await at.page.screenshot({ path: join(shots, "playing.png"), fullPage: true });
    await at.$("#play").click();

    await at.$("#export").click();
    await at.until(() => document.querySelector("#job small").textContent.endsWith(".mp4"), null, 120_000);
    assert.ok(existsSync(await at.$("#job small").textContent()));
    await eventually(async () => await at.inner.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 1), "the frame cuts off what came under the file");
    await at.page.screenshot({ path: join(shots, "exported.png"), fullPage: true });
    await at.done();

    const plain = await connect({});
    const names = (await plain.listTools()).tools;
    assert.equal(names.length, 13);
    assert.ok(names.every(tool => !tool._meta?.ui));
    const refused = await plain.callTool({ name: "view_timeline", arguments: { project_id: made.structuredContent.project_id } });
    assert.ok(refused.isError && refused.content[0].text.startsWith("only_for_view"));
    await plain.close();
  } finally {
    await client.close();
    for (let i = 0; i < 100 && existsSync(join(work, "data", "studio.sock")); i++) await new Promise(done => setTimeout(done, 200));
    rmSync(work, { recursive: true, force: true });
  }
});

await browser.close();
pages.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
