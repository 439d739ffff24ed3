import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { build, databaseOf, endAll, launch, main, readBoard, ready, signIn, type Running } from './testing-process.js';

beforeAll(() => {
  expect(build()).toBe('');
}, 120_000);
afterEach(endAll);

/** `main.js` with these words, on the database of what is running. */
async function command(...words: readonly string[]): Promise<{ code: number; output: string }> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: `file:${databaseOf()}`, BACKUP_DIR: '', HOST: '', PORT: '' };
  const child = spawn(process.execPath, [main, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
  const [code] = await once(child, 'close');
  return { code: Number(code), output };
}

async function addCard(running: Running, token: string | null, title: string): Promise<void> {
  const board = await readBoard(running.url, token);
  const id = `card-${title}`;
  board.columns[0]?.cardIds.push(id);
  board.cards[id] = { id, title, details: '' };
  const headers = { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' };
  const saved = await fetch(`${running.url}/api/board`, { method: 'PATCH', headers, body: JSON.stringify(board) });
  expect(saved.status).toBe(200);
}

const titlesOf = async (running: Running, token: string | null) =>
  Object.values((await readBoard(running.url, token)).cards).map((card) => card.title);

async function allFiles(): Promise<Map<string, Buffer>> {
  const folder = path.dirname(databaseOf());
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file)] as const)));
}

it('a backup is made while the server runs, and restored only when it does not', async () => {
  const running = await ready(launch());
  const token = await signIn(running.url);
  expect((await command('restore')).output).toContain('There is no backup of');
  await addCard(running, token, 'before');
  const made = await command('backup');
  expect(made).toMatchObject({ code: 0 });
  expect(made.output).toMatch(/^The backup is made: .*-manual\.db \(\d+ kB\)\n$/);
  const request = { headers: { authorization: `Bearer ${token ?? ''}` } };
  const etag = (await fetch(`${running.url}/api/board`, request)).headers.get('etag') ?? '';
  await addCard(running, token, 'after');
  const listed = await command('restore');
  expect(listed.code).toBe(0);
  expect(listed.output).toMatch(/^ {2}\d{4}-\d\d-\d\d \d\d:\d\d +\d+ kB {2}talkan-\S+-manual\.db$/m);

  const before = await allFiles();
  const refused = await command('restore', 'latest');
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('Talkan is running on this database');
  expect(await allFiles()).toEqual(before);

  // A lock that stayed behind with its file would be in the way for ever.
  running.child.kill('SIGKILL');
  await running.ended;
  const restored = await command('restore', 'latest');
  expect(restored).toMatchObject({ code: 0 });
  const again = await ready(launch());
  const newToken = await signIn(again.url);
  expect(await titlesOf(again, newToken)).toContain('before');
  expect(await titlesOf(again, newToken)).not.toContain('after');
  expect((await fetch(`${again.url}/api/board`, request)).status).toBe(401);
  // It was shown as the same number of another past.
  const headers = { authorization: `Bearer ${newToken ?? ''}`, 'if-none-match': etag };
  expect((await fetch(`${again.url}/api/board`, { headers })).status).toBe(200);

  again.child.kill('SIGKILL');
  await again.ended;
  const back = /npm run restore -- (.*\.replaced-.*)/.exec(restored.output)?.[1] ?? '';
  expect(await command('restore', back)).toMatchObject({ code: 0 });
  const asBefore = await ready(launch());
  expect(await titlesOf(asBefore, await signIn(asBefore.url))).toContain('after');
});

it.each([
  { words: ['restore', 'nowhere.db'], sentence: 'There is no file ' },
  { words: ['restore', 'latest'], sentence: 'There is no backup yet.' },
  { words: ['backup'], sentence: 'There is no database ' },
  { words: ['back', 'up'], sentence: 'Talkan knows “backup”' },
])('$words is answered with a sentence and a code', async ({ words, sentence }) => {
  const { code, output } = await command(...words);
  expect(code).toBe(1);
  expect(output).toContain(sentence);
  expect(output).toMatch(/^[^\n]+\.\n$/);
});
