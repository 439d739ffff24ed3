import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Operation } from '@talkan/board/operations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../chat/testing/turns.js';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user();
});
afterEach(() => app.close());

const SECRET = 'the “secret” of "Ann"';
const commit = (...operations: Operation[]) =>
  ann.caller.boards.commit({ boardId: ann.boardId, changeId: randomUUID(), operations });
const purge = (entity: 'card' | 'column', id: string, changeId: string = randomUUID()) =>
  ann.caller.boards.purge({ boardId: ann.boardId, entity, id, changeId });
const undo = (seq: number) => ann.caller.boards.undo({ boardId: ann.boardId, seq, changeId: randomUUID() });
const at = (seq: number) => ann.caller.boards.at({ boardId: ann.boardId, seq });

/** A card that was made, edited by itself and with another, moved and archived, all with a secret in it: changes 2 to 6. */
async function liveInSecret(cardId = 'n'): Promise<void> {
  await commit({ type: 'card.create', cardId, columnId: 'col-done', title: SECRET, details: SECRET });
  await commit({ type: 'card.edit', cardId, title: { to: `${SECRET}!`, was: '0123456789abcdef' } }).catch(
    () => undefined,
  );
  await commit({ type: 'card.edit', cardId, title: `More of ${SECRET}` });
  await commit({ type: 'card.edit', cardId, details: SECRET }, { type: 'card.edit', cardId: 'card-1', title: 'Kept' });
  await commit({ type: 'card.move', cardId, columnId: 'col-review' });
  await commit({ type: 'card.archive', cardId });
}

/** Comments, checklists and a link with a secret in them, and undos of theirs, which are logged without operations. */
const secretFields = (cardId: string, secret: string): Operation[][] => [
  [{ type: 'comment.create', cardId, commentId: 'm', text: `${secret} m` }],
  [{ type: 'comment.edit', cardId, commentId: 'm', text: `${secret} edited` }],
  [{ type: 'comment.create', cardId, commentId: 'gone', text: `${secret} gone` }],
  [{ type: 'comment.delete', cardId, commentId: 'gone' }],
  [
    { type: 'checklist.create', cardId, checklistId: 'x', title: `${secret} list` },
    { type: 'item.create', cardId, checklistId: 'x', itemId: 'i', text: `${secret} item` },
  ],
  [{ type: 'item.edit', cardId, itemId: 'i', text: `${secret} other` }],
  [{ type: 'item.delete', cardId, itemId: 'i' }],
  [
    { type: 'card.link', cardId, kind: 'blocks', otherId: 'card-2' },
    { type: 'card.link', cardId, kind: 'relates', otherId: 'card-3' },
  ],
];

describe('deleting for ever', () => {
  it('takes what was said about it out of the conversations, and leaves the others', async () => {
    const { boardId, caller } = ann;
    const say = (text: string, turnId: string) => ask(caller, { boardId, conversationId: 'talk', turnId, text });
    await commit({ type: 'card.create', cardId: 'n', columnId: 'col-done', title: SECRET });
    await say('move RM-9 to Review', 'by-number');
    await say('move RM-4 to Review', 'other');
    await say(`what is “${SECRET}” about?`, 'by-title');
    await say('archive RM-9', 'proposed');
    await say('archive RM-7', 'waits');
    await say('move RM-90 to Done', 'longer-number');
    await commit({ type: 'card.archive', cardId: 'n' });
    await purge('card', 'n');
    const { turns } = await caller.chat.conversation({ boardId, conversationId: 'talk' });
    expect(JSON.stringify(turns)).not.toMatch(/secret|RM-9\b|"n"/);
    const kept = turns.filter(({ question }) => !question.includes('deleted for ever')).map(({ id }) => id);
    expect(kept).toEqual(['other', 'waits', 'longer-number']);
    const proposals = await app.services.db.read.selectFrom('proposals').select('operations').execute();
    expect(proposals).toEqual([{ operations: expect.stringContaining('card-7') }]);
  });

  it('takes comments, checklists and links with it, also where they were undone, and from archived cards', async () => {
    await commit({ type: 'card.create', cardId: 'n', columnId: 'col-done', title: SECRET });
    for (const operations of secretFields('n', SECRET)) {
      const { seq } = await commit(...operations);
      await undo(seq);
      await undo(seq + 1);
    }
    await commit({ type: 'card.archive', cardId: 'card-3' }, { type: 'card.archive', cardId: 'n' });
    const { patches } = await purge('card', 'n');
    expect(patches.map(({ id }) => id)).toEqual(['card-2', 'card-3', 'n']);
    const { read } = app.services.db;
    for (const table of ['changes', 'cards', 'snapshots', 'comments', 'search_texts'] as const) {
      const rows = JSON.stringify(
        await read
          .selectFrom(table as 'changes')
          .selectAll()
          .execute(),
      );
      expect(rows).not.toContain('secret');
      if (table === 'cards' || table === 'comments') expect(rows).not.toMatch(/"n\\*"/u);
    }
    await commit({ type: 'card.restore', cardId: 'card-3' });
    const { cards } = await ann.caller.boards.get({ boardId: ann.boardId });
    expect(cards.filter(({ links = [] }) => links.length > 0)).toEqual([]);
  });

  it('takes the row away, and every word of it out of all that is kept', async () => {
    await liveInSecret();
    expect(await purge('card', 'n')).toEqual({
      seq: 7,
      patches: [{ entity: 'card', id: 'n', before: { archivedAt: expect.any(String) }, after: null }],
    });
    const { read } = app.services.db;
    for (const table of ['changes', 'cards', 'columns', 'snapshots', 'boards'] as const) {
      expect(JSON.stringify(await read.selectFrom(table).selectAll().execute())).not.toContain('secret');
    }
    expect((await ann.caller.boards.archived({ boardId: ann.boardId })).entries).toEqual([]);
    expect(JSON.stringify(await ann.caller.boards.history({ boardId: ann.boardId }))).not.toContain('secret');
    const past = await at(3);
    expect(past.cards.find((card) => card.id === 'n')).toMatchObject({ title: 'Deleted card' });
    expect((await at(4)).cards.find((card) => card.id === 'card-1')?.title).toBe('Kept');
    expect((await at(7)).cards).toHaveLength(8);
  });

  it('touches nothing of another board, where the same id is another card', async () => {
    const other = await app.user();
    const logOf = (boardId: string) =>
      app.services.db.read.selectFrom('changes').selectAll().where('board_id', '=', boardId).orderBy('seq').execute();
    const operations: Operation[] = [{ type: 'card.archive', cardId: 'card-1' }];
    await other.caller.boards.commit({ boardId: other.boardId, changeId: 'c', operations });
    const before = await logOf(other.boardId);
    await commit(...operations);
    const own = await logOf(ann.boardId);
    await purge('card', 'card-1');
    expect(await logOf(other.boardId)).toEqual(before);
    expect(JSON.parse(own[0]?.patches ?? '')).toHaveLength(
      JSON.parse((await logOf(ann.boardId))[0]?.patches ?? '').length,
    );
    expect((await at(1)).cards.map((card) => card.title)).toContain('Deleted card');
  });

  it('takes it out of the boards that are kept whole, too', async () => {
    await commit({ type: 'card.create', cardId: 'n', columnId: 'col-done', title: SECRET });
    for (let seq = 3; seq <= 1_100; seq++) await commit({ type: 'board.rename', title: `Title ${seq}` });
    await commit({ type: 'card.archive', cardId: 'n' });
    await purge('card', 'n');
    const kept = await app.services.db.read.selectFrom('snapshots').selectAll().execute();
    expect(kept).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toContain('secret');
    expect((await at(490)).cards.find((card) => card.id === 'n')?.title).toBe('Deleted card');
  });

  it('leaves nothing of it in the file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'talkan-purge-'));
    const onDisk = await testApp({ databaseUrl: `file:${join(folder, 'talkan.db')}` });
    const { caller, boardId } = await onDisk.user();
    const title = 'unmistakable-secret';
    const details = title.repeat(1_000);
    const change = (changeId: string, operation: Operation) =>
      caller.boards.commit({ boardId, changeId, operations: [operation] });
    await change('a', { type: 'card.create', cardId: 'n', columnId: 'col-done', title, details });
    await change('b', { type: 'card.edit', cardId: 'n', details: `${details}.` });
    for (const [index, operations] of secretFields('n', title).entries()) {
      const { seq } = await caller.boards.commit({ boardId, changeId: `field-${index}`, operations });
      await caller.boards.undo({ boardId, seq, changeId: `undo-${index}` });
      await caller.boards.undo({ boardId, seq: seq + 1, changeId: `redo-${index}` });
    }
    await change('c', { type: 'card.archive', cardId: 'n' });
    await caller.boards.purge({ boardId, entity: 'card', id: 'n', changeId: 'd' });
    await onDisk.close();
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(file.includes(title)).toBe(false);
    await rm(folder, { recursive: true });
  });

  it('is for what is in the archive: what is on the board says so, and what is nowhere is not found', async () => {
    const failure = await failureOf(purge('card', 'card-1'));
    expect(failure.message).toBe('RM-1 “Align roadmap themes” is still on the board. Archive it first.');
    expect(failure.code).toBe('CONFLICT');
    expect((await failureOf(purge('column', 'col-done'))).message).toContain('The column “Done” is still on the board');
    expect((await failureOf(purge('card', 'nobody'))).code).toBe('NOT_FOUND');
    expect((await failureOf(purge('column', 'card-1'))).code).toBe('NOT_FOUND');
  });

  it('of a column waits until no card is in it', async () => {
    await commit({ type: 'card.archive', cardId: 'card-6' }, { type: 'column.archive', columnId: 'col-review' });
    expect(await failureOf(purge('column', 'col-review'))).toMatchObject({
      code: 'CONFLICT',
      refusal: { ids: ['col-review', 'card-6'] },
    });
    await purge('card', 'card-6');
    await purge('column', 'col-review');
    expect((await at(1)).columns.map((column) => column.title)).toContain('Deleted column');
    const { entries } = await ann.caller.boards.history({ boardId: ann.boardId, limit: 1 });
    expect(entries[0]).toMatchObject({ sentence: 'Deleted a column for ever.', count: 1 });
  });

  it('has one effect and the same answer when it is sent again', async () => {
    await commit({ type: 'card.archive', cardId: 'card-1' });
    const first = await purge('card', 'card-1', 'purge');
    expect(await purge('card', 'card-1', 'purge')).toEqual(first);
    expect((await failureOf(purge('card', 'card-2', 'purge'))).code).toBe('CONFLICT');
  });

  it('cannot be undone, is not offered to be, and says so', async () => {
    await commit({ type: 'card.archive', cardId: 'card-1' });
    const { seq } = await purge('card', 'card-1');
    expect((await ann.caller.boards.undoable({ boardId: ann.boardId })).undo?.seq).toBe(2);
    const failure = await failureOf(undo(seq));
    expect(failure).toMatchObject({ code: 'CONFLICT', message: 'What was deleted for ever cannot be brought back.' });
    expect((await failureOf(undo(2))).message).toBe('A card of this change was deleted since.');
  });

  it('lets the board be restored to a time when it was there, without it', async () => {
    await commit({ type: 'card.archive', cardId: 'card-6' }, { type: 'column.archive', columnId: 'col-review' });
    await commit({ type: 'card.move', cardId: 'card-4', columnId: 'col-done' });
    await purge('card', 'card-6');
    await purge('column', 'col-review');
    await ann.caller.boards.restore({ boardId: ann.boardId, seq: 1, changeId: 'restore' });
    const { columns, cards } = await ann.caller.boards.get({ boardId: ann.boardId });
    expect(columns).toHaveLength(4);
    expect(cards).toHaveLength(7);
    expect(cards.find((card) => card.id === 'card-4')?.columnId).toBe('col-progress');
    const one = ann.caller.boards.restore({ boardId: ann.boardId, seq: 1, changeId: 'one', cardId: 'card-6' });
    expect((await failureOf(one)).message).toBe('This card was deleted for ever since and cannot be brought back.');
  });

  it('keeps a card that lives elsewhere when its column of then was deleted', async () => {
    await commit(
      { type: 'card.move', cardId: 'card-6', columnId: 'col-done' },
      { type: 'column.archive', columnId: 'col-review' },
    );
    await purge('column', 'col-review');
    await ann.caller.boards.restore({ boardId: ann.boardId, seq: 1, changeId: 'restore' });
    const { cards } = await ann.caller.boards.get({ boardId: ann.boardId });
    expect(cards.find((card) => card.id === 'card-6')?.columnId).toBe('col-done');
  });

  it('lets the id be used again: another card with a number of its own, that no restoring mistakes for the first', async () => {
    await commit({ type: 'card.archive', cardId: 'card-1' });
    await purge('card', 'card-1');
    await commit({ type: 'card.create', cardId: 'card-1', columnId: 'col-done', title: 'Another' });
    const board = await ann.caller.boards.get({ boardId: ann.boardId });
    expect(board.cards.find((card) => card.id === 'card-1')).toMatchObject({ number: 9, title: 'Another' });
    const one = ann.caller.boards.restore({ boardId: ann.boardId, seq: 1, changeId: 'one', cardId: 'card-1' });
    expect((await failureOf(one)).code).toBe('CONFLICT');
    await ann.caller.boards.restore({ boardId: ann.boardId, seq: 1, changeId: 'all' });
    expect((await ann.caller.boards.get({ boardId: ann.boardId })).cards).toHaveLength(7);
  });

  it('is asked of the role that one has at the moment of writing', async () => {
    const editor = await app.member(ann.boardId, 'editor');
    await commit({ type: 'card.archive', cardId: 'card-1' });
    const denied = editor.caller.boards.purge({ boardId: ann.boardId, entity: 'card', id: 'card-1', changeId: 'p' });
    expect((await failureOf(denied)).code).toBe('FORBIDDEN');
    expect(
      await app.services.db.read.selectFrom('cards').select('id').where('id', '=', 'card-1').execute(),
    ).not.toEqual([]);
  });
});
