import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from '../testing.js';
import { createVault } from './vault.js';

const ABOUT = 'the key for https://one.example/v1';
const KEY = 'sk-very-secret';

let folder = '';
let databaseFile = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkan-vault-'));
  databaseFile = join(folder, 'talkan.db');
  await writeFile(databaseFile, '');
});
afterEach(() => rm(folder, { recursive: true }));

const vault = (secret?: string) => createVault({ secret, databaseFile });
const secretFile = () => join(folder, 'talkan.secret');

describe('what is sealed', () => {
  it('is opened again, by another process too, and holds nothing that can be read', async () => {
    const sealed = await vault().seal(KEY, ABOUT);
    expect(sealed).not.toContain(KEY);
    expect(sealed).not.toBe(await vault().seal(KEY, ABOUT));
    expect(await vault().open(sealed, ABOUT)).toBe(KEY);
  });

  it('is opened for nothing but what it was sealed for', async () => {
    const sealed = await vault().seal(KEY, ABOUT);
    expect(await vault().open(sealed, 'the key for https://two.example/v1')).toBeNull();
  });

  it('is not opened once a letter of it is another one, or by another secret', async () => {
    const sealed = await vault('a'.repeat(40)).seal(KEY, ABOUT);
    // Of the last letter not every bit counts.
    const at = sealed.length - 2;
    const other = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    expect(await vault('a'.repeat(40)).open(sealed, ABOUT)).toBe(KEY);
    expect(await vault('a'.repeat(40)).open(other, ABOUT)).toBeNull();
    expect(await vault('b'.repeat(40)).open(sealed, ABOUT)).toBeNull();
    for (const junk of ['', 'v1', 'v1...', 'v2.a.b.c', 'v1.a.b.c', sealed.replace('v1', 'v0')])
      expect(await vault('a'.repeat(40)).open(junk, ABOUT)).toBeNull();
  });
});

describe('the secret beside the database', () => {
  it('is made when it is first needed, for its owner’s eyes alone, and stays', async () => {
    await vault().open('v1.a.b.c', ABOUT);
    expect(await readdir(folder)).toEqual(['talkan.db']);
    await vault().seal(KEY, ABOUT);
    expect(await readdir(folder)).toEqual(['talkan.db', 'talkan.secret']);
    expect((await stat(secretFile())).mode & 0o777).toBe(0o600);
    const secret = await readFile(secretFile(), 'utf8');
    await vault().seal(KEY, ABOUT);
    expect(await readFile(secretFile(), 'utf8')).toBe(secret);
  });

  it('is one, however many processes make it at once', async () => {
    const sealed = await Promise.all(Array.from({ length: 8 }, () => vault().seal(KEY, ABOUT)));
    for (const one of sealed) expect(await vault().open(one, ABOUT)).toBe(KEY);
    expect(await readdir(folder)).toEqual(['talkan.db', 'talkan.secret']);
  });

  it('is not made where one is configured', async () => {
    await vault('a'.repeat(40)).seal(KEY, ABOUT);
    expect(await readdir(folder)).toEqual(['talkan.db']);
  });

  it('that is gone opens nothing, and the next key is sealed with a new one', async () => {
    const sealed = await vault().seal(KEY, ABOUT);
    await rm(secretFile());
    expect(await vault().open(sealed, ABOUT)).toBeNull();
    expect(await vault().open(await vault().seal(KEY, ABOUT), ABOUT)).toBe(KEY);
  });

  it('that is none is told by the name of its file', async () => {
    await writeFile(secretFile(), 'short');
    const failure = await failureOf(vault().seal(KEY, ABOUT));
    expect(failure).toMatchObject({ code: 'SERVICE_UNAVAILABLE', message: expect.stringContaining('“talkan.secret”') });
    expect(failure.message).not.toContain(folder);
    expect(await readdir(folder)).toEqual(['talkan.db', 'talkan.secret']);
  });
});

it('a database in memory has a secret that goes with it', async () => {
  const memory = createVault({ databaseFile: null });
  const sealed = await memory.seal(KEY, ABOUT);
  expect(await memory.open(sealed, ABOUT)).toBe(KEY);
  expect(await createVault({ databaseFile: null }).open(sealed, ABOUT)).toBeNull();
});
