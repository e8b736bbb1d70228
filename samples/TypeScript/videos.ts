// What both samples share: starting the server, and calling a tool until its job has ended.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

export interface Job {
  job_id: string;
  project_id: string;
  status: 'running' | 'done' | 'failed' | 'cancelled' | 'unknown';
  reply?: string;
  changes?: string[];
  export?: { path: string; duration_seconds: number; width: number; height: number };
  items?: { item: number; status: string; path?: string; error?: string }[];
  error_code?: string;
  error?: string;
}

export async function connect(server: string, options: string[] = []): Promise<Client> {
  const client = new Client({ name: 'videocreateai-sample', version: '1.0.0' });
  // The SDK passes on next to nothing of the environment; the settings of the server (VIDEOCREATEAI_…, NEMO_TOKEN) may stand there.
  await client.connect(new StdioClientTransport({ command: 'dotnet', args: [server, ...options], env: { ...process.env } as Record<string, string> }));
  return client;
}

/** Calls a tool. Work that is not done in its 45 seconds goes on by itself, and check_job waits for it. */
export async function finish(client: Client, name: string, args: Record<string, unknown>): Promise<Job> {
  let job = (await call(client, name, args)) as unknown as Job;
  while (job.status === 'running') {
    job = ((await call(client, 'check_job', { job_id: job.job_id })) as { jobs: Job[] }).jobs[0]!;
  }

  if (job.status !== 'done') {
    throw new Error(`${job.error_code ?? job.status}: ${job.error ?? 'it did not end well'}`);
  }

  return job;
}

async function call(client: Client, name: string, args: Record<string, unknown>): Promise<Record<string, unknown>> {
  const result = await client.callTool({ name, arguments: args });
  if (!result.structuredContent) {
    // A refusal: its text begins with a stable code and says what to do.
    throw new Error((result.content as { text?: string }[]).map((part) => part.text ?? '').join('\n'));
  }

  return result.structuredContent as Record<string, unknown>;
}
