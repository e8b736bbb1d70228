// Loaded before the conformance suite, which cannot send a token of its own: adds it to every request that leaves the process.
import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";

const token = readFileSync(process.env.TOKEN_FILE, "utf8").trim();
subscribe("undici:request:create", ({ request }) => request.addHeader("authorization", `Bearer ${token}`));
