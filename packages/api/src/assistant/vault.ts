import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { t } from '@talkan/words/words';
import { secretFile } from '../db/file-folder.js';
import { codeOf } from '../db/file-problem.js';
import { giveToOwner, syncFolder } from '../db/files.js';
import { storageErrorOf } from '../db/storage-error.js';
import { ApiError } from '../refusal-error.js';

/** Encrypts what whoever reads the database, or a backup of it, must not read. */
export interface Vault {
  /**
   * @param about what it is for: it can be opened for nothing else
   * @throws StorageError where there is no secret yet and none can be kept
   */
  seal(text: string, about: string): Promise<string>;
  /** `null`: it was sealed with another secret, or for something else. */
  open(sealed: string, about: string): Promise<string | null>;
}

interface VaultOptions {
  /** The secret, by configuration; left out: one lies in a file beside the database, made when it is first needed. */
  readonly secret?: string | undefined;
  /** `null`: in memory, and its secret goes with it. */
  readonly databaseFile: string | null;
}

const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';
const SECRET_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export function createVault({ secret, databaseFile }: VaultOptions): Vault {
  let known = secret ?? (databaseFile === null ? newSecret() : null);

  async function read(): Promise<string | null> {
    if (known === null && databaseFile !== null) known = await readSecret(databaseFile);
    return known;
  }

  return {
    async seal(text, about) {
      known = (await read()) ?? (databaseFile === null ? newSecret() : await makeSecret(databaseFile));
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, keyOf(known), iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [VERSION, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
    },
    async open(sealed, about) {
      const [version, ...parts] = sealed.split('.');
      const [iv, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'));
      const secret = await read();
      if (secret === null || version !== VERSION || !iv || !tag || !text) return null;
      try {
        const decipher = createDecipheriv(CIPHER, keyOf(secret), iv, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(about));
        decipher.setAuthTag(tag);
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** The secret may be of any length, and serve something else one day. */
function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'talkan: keys in the database', 32));
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

async function readSecret(databaseFile: string): Promise<string | null> {
  const text = await readFile(secretFile(databaseFile), 'utf8').catch(() => '');
  const secret = text.trim();
  return secret.length < SECRET_BYTES ? null : secret;
}

/** It has its name only once it is whole; of two processes that make one at once, one is the first. */
async function makeSecret(databaseFile: string): Promise<string> {
  const file = secretFile(databaseFile);
  const part = `${file}.${randomUUID()}`;
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      await handle.writeFile(`${newSecret()}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await giveToOwner(part, databaseFile);
    await link(part, file).catch((error: unknown) => placeWithoutLinks(error, part, file));
    await syncFolder(file);
  } catch (error) {
    throw storageErrorOf(error);
  } finally {
    await rm(part, { force: true });
  }
  const secret = await readSecret(databaseFile);
  if (secret !== null) return secret;
  const message = t`The key cannot be kept: the file “${basename(file)}” beside the database holds no secret, or cannot be read. Whoever runs this server should remove it, then save again.`;
  throw new ApiError({ kind: 'unavailable', message });
}

async function placeWithoutLinks(error: unknown, part: string, file: string): Promise<void> {
  if (codeOf(error) === 'EEXIST') return;
  await rename(part, file);
}
