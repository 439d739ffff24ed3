import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from './config-schema.js';
import { build, endAll, launch, readBoard, ready, signIn } from './testing-process.js';

let folder = '';
beforeAll(() => {
  expect(build()).toBe('');
}, 120_000);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'talkan-disk-test-'));
});
afterEach(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

describe('a disk', () => {
  // Where nobody may mount one, the drill says so and succeeds: packages/api/src/db/storage.test.ts then stands for it.
  it('that is full, or may only be read, loses nothing and is told of, at any start, until it takes something again', async () => {
    const args = ['--import', './e2e/drill/hooks.ts', 'e2e/drill/disk.ts', '1'];
    const child = spawn(process.execPath, args, { cwd: projectRoot, env: { ...process.env, DRILL_SEED: '7' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code, output).toBe(0);
  }, 120_000);
});

const health = z.object({ status: z.string(), message: z.string().optional() });

describe('a damaged database', () => {
  it('is served for reading, and nothing is written to it', async () => {
    const file = path.join(folder, 'talkan.db');
    const DATABASE_URL = `file:${file}`;
    const first = await ready(launch({ DATABASE_URL }));
    const token = await signIn(first.url);
    const board = await readBoard(first.url, token);
    // Nothing is left to do for it, and its connections need not be waited for.
    first.child.kill('SIGKILL');
    await first.ended;
    await damage(file);
    const before = await readFile(file);

    const { url, output } = await ready(launch({ DATABASE_URL }));
    const headers = { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' };
    const [column, ...others] = board.columns;
    const renamed = { ...board, columns: [{ ...column, title: 'Renamed' }, ...others] };
    const answer = await fetch(`${url}/api/board`, { method: 'PATCH', headers, body: JSON.stringify(renamed) });
    expect(answer.status).toBe(507);
    expect(await answer.text()).toContain('insufficient_storage');
    expect(await readBoard(url, token)).toEqual(board);
    const readyz = await fetch(`${url}/readyz`);
    expect(readyz.status).toBe(503);
    const told = health.parse(await readyz.json());
    expect(told.status).toBe('damaged');
    expect(told.message).toContain('its database file is damaged');
    expect(told.message).not.toContain(folder);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    // What exactly is wrong is for the log.
    expect(output()).toMatch(/"storage":"damaged","details":\[".+"\]/);
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  it('that does not even open ends the start with a sentence', async () => {
    const file = path.join(folder, 'talkan.db');
    const handle = await open(file, 'w');
    await handle.write('This was a database. '.repeat(500));
    await handle.close();
    const running = launch({ DATABASE_URL: `file:${file}` });
    expect(await running.ended).toBe(1);
    expect(running.output()).toContain('it is damaged');
    expect(running.output()).not.toMatch(/\n\s+at /);
  });
});

/** Makes a page unreadable of which no board is made. */
async function damage(file: string): Promise<void> {
  const database = new DatabaseSync(file);
  const row = database.prepare("select rootpage from sqlite_schema where name = 'login_failures_by_key'").get();
  database.close();
  const { rootpage } = z.object({ rootpage: z.number() }).parse(row);
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(4096, 0xa5), 0, 4096, (rootpage - 1) * 4096);
  await handle.close();
}
