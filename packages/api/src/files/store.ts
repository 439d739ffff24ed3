import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { filesFolder, INCOMING } from '../db/file-folder.js';
import { codeOf } from '../db/file-problem.js';
import { syncFile, syncFolder } from '../db/files.js';
import { storageErrorOf } from '../db/storage-error.js';
import { ApiError } from '../refusal-error.js';
import { HEAD_BYTES } from './content-type.js';
import { inMb } from './file-limits.js';

/** Which file. Ids match `ID_PATTERN`, so that they are names of files and nothing else. */
export interface FilePlace {
  readonly boardId: Id;
  readonly id: Id;
}

/** What has come in, under a name that nobody asks for. */
export interface Received {
  readonly path: string;
  readonly size: number;
  readonly head: Buffer;
}

/** The folder with the bytes of files: `<board>/<id>`, beside an image its thumbnail. */
export interface FileStore {
  readonly folder: string;
  pathOf(place: FilePlace): string;
  thumbnailOf(place: FilePlace): string;
  /**
   * Writes a stream down, of which at most a piece is in memory.
   * @throws ApiError 413, StorageError, or what ends the stream; nothing is left then
   */
  receive(source: Readable, most: number): Promise<Received>;
  /** Gives what was received its place; it is on the disk when this resolves. */
  keep(received: Received, place: FilePlace): Promise<void>;
  /** Takes away what was received. */
  drop(received: Received): Promise<void>;
  /** Another name for the same bytes, which never change; where the disk has no such names, a copy. */
  copy(from: FilePlace, to: FilePlace): Promise<void>;
  /** Removes bytes and thumbnails, as far as they are there. What cannot be removed now is left to the sweep. */
  remove(places: readonly FilePlace[]): Promise<void>;
  close(): Promise<void>;
}

/** @param databaseFile null: a database in memory, whose files go with it */
export function createFileStore(databaseFile: string | null): FileStore {
  const folder = databaseFile === null ? join(tmpdir(), `talkan-files-${randomUUID()}`) : filesFolder(databaseFile);
  const pathOf = ({ boardId, id }: FilePlace) => join(folder, boardId, id);
  const thumbnailOf = (place: FilePlace) => `${pathOf(place)}.thumbnail`;

  async function place(at: FilePlace, put: (path: string) => Promise<void>): Promise<void> {
    const path = pathOf(at);
    await orStorageError(async () => {
      const made = await makeFolder(dirname(path));
      await put(path);
      await syncFolder(path);
      if (made) await syncFolder(dirname(path));
    });
  }

  return {
    folder,
    pathOf,
    thumbnailOf,
    receive: (source, most) =>
      orStorageError(async () => {
        const path = join(folder, INCOMING, randomUUID());
        await makeFolder(dirname(path));
        return receiveAs(path, source, most);
      }),
    keep: ({ path }, at) => place(at, (to) => rename(path, to)),
    drop: ({ path }) => rm(path, { force: true }),
    copy: (from, to) =>
      place(to, async (path) => {
        await link(pathOf(from), path).catch(async (error: unknown) => {
          if (codeOf(error) === 'ENOENT') throw error;
          await copyFile(pathOf(from), path);
          await syncFile(path);
        });
      }),
    remove: async (places) => {
      const paths = places.flatMap((at) => [pathOf(at), thumbnailOf(at)]);
      await Promise.allSettled(paths.map((path) => rm(path, { force: true })));
    },
    close: async () => {
      if (databaseFile === null) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function receiveAs(path: string, source: Readable, most: number): Promise<Received> {
  // Nobody else on the machine may read it.
  const handle = await open(path, 'wx', 0o600);
  try {
    const head: Buffer[] = [];
    let size = 0;
    // The stream itself goes on: whoever is still sending is to see the answer.
    for await (const piece of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (size < HEAD_BYTES) head.push(piece.subarray(0, HEAD_BYTES - size));
      size += piece.length;
      if (size > most) throw tooLarge(most);
      await handle.appendFile(piece);
    }
    await handle.sync();
    return { path, size, head: Buffer.concat(head) };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

export function tooLarge(most: number): ApiError {
  return new ApiError({ kind: 'too_large', message: t`The file is too large: at most ${inMb(most)} can be uploaded.` });
}

/** Whether it had to be made. */
async function makeFolder(folder: string): Promise<boolean> {
  return (await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined;
}

async function orStorageError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageErrorOf(error);
  }
}

/** The size of what lies there; null: nothing does. */
export async function sizeAt(path: string): Promise<number | null> {
  return stat(path).then(
    (about) => about.size,
    () => null,
  );
}
