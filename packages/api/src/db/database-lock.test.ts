import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDatabase, type Hold } from './database-lock.js';

let folder = '';
const held: (() => void)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkan-lock-'));
});
afterEach(async () => {
  for (const release of held.splice(0)) release();
  await rm(folder, { recursive: true });
});

async function hold(hold: Hold, patience = 0): Promise<boolean> {
  const release = await lockDatabase({ databaseFile: join(folder, 'talkan.db'), hold, patience });
  if (release !== null) held.push(release);
  return release !== null;
}

it('lets any number use a database, and one of them at a time make a backup', async () => {
  expect(await hold('use')).toBe(true);
  expect(await hold('use')).toBe(true);
  expect(await hold('upkeep')).toBe(true);
  expect(await hold('upkeep')).toBe(false);
  expect(await hold('use')).toBe(true);
});

it.each(['use', 'upkeep', 'alone'] as const)(
  'lets nobody have it alone while somebody has it for “%s”',
  async (first) => {
    expect(await hold(first)).toBe(true);
    expect(await hold('alone')).toBe(false);
    held.shift()?.();
    expect(await hold('alone')).toBe(true);
    expect(await hold(first)).toBe(false);
  },
);

it('waits for the one before', async () => {
  await hold('upkeep');
  setTimeout(() => held.shift()?.(), 30);
  expect(await hold('upkeep', 5000)).toBe(true);
});

it('keeps its file empty, and from everybody else on the machine', async () => {
  await hold('use');
  await hold('upkeep');
  const { size, mode } = await stat(join(folder, 'talkan.db.lock'));
  expect([size, mode & 0o077]).toEqual([0, 0]);
});

it('stands in nobody’s way where no file can be made', async () => {
  await writeFile(join(folder, 'file'), '');
  for (const hold of ['use', 'upkeep', 'alone'] as const) {
    const release = await lockDatabase({ databaseFile: join(folder, 'file', 'talkan.db'), hold, patience: 0 });
    expect(release).not.toBeNull();
    release?.();
  }
});
