// One video of each folder of pictures, in one call: each has a render of its own, and one that fails stops no other.
//   npm ci && npm run batch -- ../../artifacts/publish/videocreateai.dll "a 10 second slideshow for tiktok" spring/ summer/
import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { connect, finish } from './videos.js';

const [server, wish, ...folders] = process.argv.slice(2);
if (!server || !wish || folders.length === 0) {
  console.error('Usage: npm run batch -- <path of videocreateai.dll> <what each video should be> <folder> [<folder> ...]');
  process.exit(2);
}

const pictures = /\.(jpe?g|png|webp)$/i;
const items = folders.map((folder) => ({
  text: `a video with the title "${basename(resolve(folder))}"`,
  files: readdirSync(folder).filter((name) => pictures.test(name)).sort().map((name) => resolve(join(folder, name))),
}));

const client = await connect(server, folders.flatMap((folder) => ['--allow-dir', resolve(folder)]));
try {
  const job = await finish(client, 'create_video', { text: wish, items });
  for (const item of job.items ?? []) {
    console.log(`${folders[item.item - 1]}: ${item.path ?? item.error ?? item.status}`);
  }
} finally {
  await client.close();
}
