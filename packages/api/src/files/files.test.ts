import { existsSync, readdirSync } from 'node:fs';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { UploadedFile } from '@talkan/board/model';
import { isStorable, utf8Size } from '@talkan/board/text';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeTransaction } from '../db/open.js';
import { StorageError, storageErrorOf } from '../db/storage-error.js';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';
import { copyFiles } from './copy.js';
import { NAME_BYTES } from './file-limits.js';
import { fitName } from './file-name.js';
import { loadFiles, recordUses } from './rows.js';
import { sweepFiles } from './sweep.js';
import { uploadFile } from './upload.js';

const HOUR_MS = 60 * 60 * 1000;
let app: TestApp;
let ada: Person;
beforeEach(async () => {
  app = await testApp();
  ada = await app.user('ada');
});
afterEach(() => app.close());

function upload(text = 'text', person = ada): Promise<UploadedFile> {
  const source = Readable.from([Buffer.from(text)]);
  return uploadFile(app.services, {
    boardId: person.boardId,
    userId: person.id,
    name: 'a.txt',
    source,
    declared: null,
  });
}
function attach(cardId: string, files: readonly UploadedFile[]): Promise<void> {
  const uses = files.map(({ id }) => ({ fileId: id, cardId }));
  return writeTransaction(app.services.db, (trx) => recordUses(trx, ada.boardId, uses));
}
const namesOf = async (files: readonly UploadedFile[], boardId = ada.boardId) =>
  (
    await loadFiles(
      app.services.db.read,
      boardId,
      files.map(({ id }) => id),
    )
  )
    .map(({ id }) => id)
    .toSorted();
const idsOf = (files: readonly UploadedFile[]) => files.map(({ id }) => id).toSorted();
const lies = ({ id }: UploadedFile, boardId = ada.boardId) =>
  existsSync(app.services.files.store.pathOf({ boardId, id }));

let changes = 0;
const changeId = () => `change-${(changes += 1)}`;
async function deleteForEver(cardId: string): Promise<void> {
  const { boardId } = ada;
  await ada.caller.boards.commit({ boardId, changeId: changeId(), operations: [{ type: 'card.archive', cardId }] });
  await ada.caller.boards.purge({ boardId, entity: 'card', id: cardId, changeId: changeId() });
}

describe('a card that is deleted for ever', () => {
  it('takes its files with it, but not those that another card has or has had', async () => {
    const [own, shared, other] = [await upload(), await upload(), await upload()];
    await attach('card-1', [own, shared]);
    await attach('card-2', [shared, other]);
    const { store } = app.services.files;
    await writeFile(store.thumbnailOf({ boardId: ada.boardId, id: own.id }), 'small');
    await deleteForEver('card-1');
    expect(await namesOf([own, shared, other])).toEqual(idsOf([shared, other]));
    expect([own, shared, other].map((file) => lies(file))).toEqual([false, true, true]);
    expect(readdirSync(join(store.folder, ada.boardId)).toSorted()).toEqual(idsOf([shared, other]));
    await deleteForEver('card-2');
    expect(await namesOf([own, shared, other])).toEqual([]);
    expect(lies(shared)).toBe(false);
  });
});

describe('a file that is attached', () => {
  const viewOf = async (card: string) => {
    const { cards } = await ada.caller.boards.get({ boardId: ada.boardId });
    return cards.find(({ id }) => id === card)?.attachments ?? [];
  };
  const commit = (...operations: Parameters<typeof ada.caller.boards.commit>[0]['operations']) =>
    ada.caller.boards.commit({ boardId: ada.boardId, changeId: changeId(), operations });

  it('is on the card as it was uploaded, and comes back by undo for as long as the card is there', async () => {
    const file = await upload();
    await commit({ type: 'attachment.add', cardId: 'card-1', attachmentId: file.id });
    expect(await viewOf('card-1')).toMatchObject([{ ...file, addedBy: ada.id }]);
    const { seq } = await commit({ type: 'attachment.remove', cardId: 'card-1', attachmentId: file.id });
    app.clock.advance(48 * HOUR_MS);
    expect(await sweepFiles(app.services)).toEqual({ unused: 0, strays: 0 });
    await ada.caller.boards.undo({ boardId: ada.boardId, changeId: changeId(), seq });
    expect(await viewOf('card-1')).toMatchObject([file]);
    await commit({ type: 'attachment.remove', cardId: 'card-1', attachmentId: file.id });
    await deleteForEver('card-1');
    expect([await namesOf([file]), lies(file)]).toEqual([[], false]);
  });

  it('has to be one of this board', async () => {
    const foreign = await upload('x', await app.user('bob'));
    for (const attachmentId of [foreign.id, 'no-such-file']) {
      const failure = await failureOf(commit({ type: 'attachment.add', cardId: 'card-1', attachmentId }));
      expect(failure.code).toBe('NOT_FOUND');
    }
  });
});

describe('the sweep', () => {
  it('takes what no card has had, a day after it came', async () => {
    const [unused, used] = [await upload(), await upload()];
    await attach('card-1', [used]);
    app.clock.advance(23 * HOUR_MS);
    expect(await sweepFiles(app.services)).toEqual({ unused: 0, strays: 0 });
    app.clock.advance(2 * HOUR_MS);
    expect(await sweepFiles(app.services)).toEqual({ unused: 1, strays: 0 });
    expect(await namesOf([unused, used])).toEqual([used.id]);
    expect([lies(unused), lies(used)]).toEqual([false, true]);
  });

  it('takes what lies there without a row, and nothing that has one', async () => {
    const { store } = app.services.files;
    const used = await upload();
    await attach('card-1', [used]);
    await writeFile(store.thumbnailOf({ boardId: ada.boardId, id: used.id }), 'small');
    const strays = ['stray', 'stray.thumbnail'].map((name) => join(store.folder, ada.boardId, name));
    strays.push(join(store.folder, '.incoming', 'cut-off'));
    for (const path of strays) await writeFile(path, 'x');
    // How old a file says that it is does not count: what was copied is as old as what it was copied from.
    for (const path of strays) await utimes(path, 1, 1);
    expect(await sweepFiles(app.services)).toEqual({ unused: 0, strays: 0 });
    app.clock.advance(25 * HOUR_MS);
    expect(await sweepFiles(app.services)).toEqual({ unused: 0, strays: 3 });
    expect(strays.filter((path) => existsSync(path))).toEqual([]);
    expect(readdirSync(join(store.folder, ada.boardId)).toSorted()).toEqual([used.id, `${used.id}.thumbnail`]);
  });
});

describe('copying files to another board', () => {
  it('gives it the same bytes under ids of its own, which stay when the first ones go', async () => {
    const file = await upload('the same');
    await attach('card-1', [file]);
    const bob = await app.user('bob');
    await app.services.db.write
      .insertInto('members')
      .values({ board_id: bob.boardId, user_id: ada.id, role: 'editor', created_at: '' })
      .execute();
    const request = { from: ada.boardId, to: bob.boardId, ids: [file.id, 'gone'], userId: ada.id };
    const copies = await copyFiles(app.services, request);
    const copy = copies.get(file.id) ?? file;
    expect(copies.size).toBe(1);
    expect(copy).toEqual({ ...file, id: copy.id });
    expect(copy.id).not.toBe(file.id);
    await deleteForEver('card-1');
    expect([lies(file), lies(copy, bob.boardId)]).toEqual([false, true]);
    expect(await namesOf([copy], bob.boardId)).toEqual([copy.id]);
  });

  it('is refused where one may not write, and leaves nothing there', async () => {
    const file = await upload();
    const bob = await app.user('bob');
    const request = { from: ada.boardId, to: bob.boardId, ids: [file.id], userId: ada.id };
    expect((await failureOf(copyFiles(app.services, request))).code).toBe('NOT_FOUND');
    expect(readdirSync(join(app.services.files.store.folder, bob.boardId))).toEqual([]);
  });
});

describe('a use of a file', () => {
  it('that the board does not have is passed over, and counts once', async () => {
    const bob = await app.user('bob');
    const [own, foreign] = [await upload(), await upload('x', bob)];
    await attach('card-1', [own, foreign, own]);
    await attach('card-1', [own]);
    const uses = await app.services.db.read.selectFrom('file_uses').selectAll().execute();
    expect(uses).toEqual([{ board_id: ada.boardId, file_id: own.id, card_id: 'card-1' }]);
  });
});

describe('a file’s name', () => {
  it('is always one that can be kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (given) => {
        const name = fitName(given);
        expect(name).not.toBe('');
        expect(utf8Size(name)).toBeLessThanOrEqual(NAME_BYTES);
        expect(name).not.toMatch(/[/\\\p{Cc}]|^\.+$/u);
        expect(isStorable(name)).toBe(true);
        expect(fitName(name)).toBe(name);
      }),
    );
  });
});

describe('a folder that takes nothing', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EROFS', 'read_only'],
    ['EACCES', 'read_only'],
    ['EIO', 'failing'],
  ])('with %s is told of as %s', (code, fault) => {
    const told = storageErrorOf(Object.assign(new Error('write'), { code }));
    expect(told).toBeInstanceOf(StorageError);
    expect(told).toMatchObject({ fault });
  });

  it('is not what a connection that ends is', () => {
    const reset = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    expect(storageErrorOf(reset)).toBe(reset);
  });
});
