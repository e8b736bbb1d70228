// A video from pictures: by words first, then by exact operations, then as a file.
//   npm ci && npm start -- ../../artifacts/publish/videocreateai.dll ../pictures/0*
// Options of the server go behind a second "--".
import { readFileSync } from 'node:fs';
import { connect, finish } from './videos.js';

const split = process.argv.indexOf('--', 2);
const [server, ...pictures] = process.argv.slice(2, split < 0 ? undefined : split);
if (!server || pictures.length === 0) {
  console.error('Usage: npm start -- <path of videocreateai.dll> <picture> [<picture> ...] [-- <options of the server>]');
  process.exit(2);
}

const client = await connect(server, split < 0 ? [] : process.argv.slice(split + 1));
try {
  const made = await finish(client, 'create_video', { text: 'a calm slideshow with crossfades', files: pictures });
  console.log(made.reply);

  // Where every number is known, operations say it without words. They are all done or none; their form is the resource below.
  const form = await client.readResource({ uri: 'videocreateai://schemas/operations.json' });
  console.log(`operations: ${form.contents[0]!.uri}`);
  const edited = await finish(client, 'edit_video', {
    operations: JSON.parse(readFileSync(new URL('../operations.json', import.meta.url), 'utf8')),
  });
  console.log(edited.changes?.join('\n'));

  const saved = await finish(client, 'export_video', { resolution: '480p', quality: 'draft', name: 'urban-dreams' });
  console.log(`${saved.export!.path} (${saved.export!.duration_seconds} s, ${saved.export!.width}x${saved.export!.height})`);
} finally {
  await client.close();
}
