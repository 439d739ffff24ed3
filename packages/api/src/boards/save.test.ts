import { randomUUID } from 'node:crypto';
import type { Operation } from '@talkan/board/operations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';
import { wholeBoardOf, type WholeBoardInput } from './whole-board.js';

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(() => app.close());

const read = async (): Promise<WholeBoardInput & { version: number }> =>
  structuredClone(wholeBoardOf(await ann.caller.boards.get({ boardId: ann.boardId }))) as WholeBoardInput & {
    version: number;
  };
const save = (board: unknown, changeId?: string) =>
  ann.caller.boards.save({ boardId: ann.boardId, changeId, board: board as WholeBoardInput });
const commit = (...operations: Operation[]) =>
  ann.caller.boards.commit({ boardId: ann.boardId, changeId: randomUUID(), operations });
const logged = async (seq: number) => {
  const row = await app.services.db.read
    .selectFrom('changes')
    .selectAll()
    .where('board_id', '=', ann.boardId)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow();
  return JSON.parse(row.operations) as Operation[];
};

function move(board: WholeBoardInput, cardId: string, columnId: string): WholeBoardInput {
  const columns = board.columns.map((column) => {
    const others = column.cardIds.filter((id) => id !== cardId);
    return { ...column, cardIds: column.id === columnId ? [...others, cardId] : others };
  });
  return { ...board, columns };
}

describe('saving a whole board', () => {
  it('commits the difference as one change with as few operations as will do', async () => {
    const sent = move(await read(), 'card-4', 'col-review');
    const answer = await save(sent);
    expect(answer).toEqual({ ...sent, version: 2 });
    expect(await read()).toEqual(answer);
    expect(await logged(2)).toEqual([{ type: 'card.move', cardId: 'card-4', columnId: 'col-review', after: 'card-6' }]);
  });

  it('without a difference changes nothing', async () => {
    const sent = await read();
    expect(await save(sent)).toEqual(sent);
    expect((await read()).version).toBe(1);
  });

  it('takes new cards and columns, new texts, and archives what is left out', async () => {
    const sent = await read();
    delete sent.cards['card-1'];
    sent.columns[0]?.cardIds.shift();
    sent.cards['mine'] = { id: 'mine', title: ' My card ', details: '' };
    sent.columns.push({ id: 'col-mine', title: 'Mine', cardIds: ['mine'] });
    sent.cards['card-4'] = { id: 'card-4', title: 'Refined', details: 'all of it' };
    const answer = await save(sent);
    expect(answer.cards['mine']?.title).toBe('My card');
    expect(answer.columns.map((column) => column.id)).toEqual(sent.columns.map((column) => column.id));
    expect(Object.hasOwn(answer.cards, 'card-1')).toBe(false);
    expect(answer.cards['card-4']).toEqual(sent.cards['card-4']);
    const archived = await app.services.db.read
      .selectFrom('cards')
      .select(['id', 'archived_at'])
      .where('id', '=', 'card-1')
      .executeTakeFirst();
    expect(archived?.archived_at).not.toBeNull();
  });

  it('archives a column together with its cards', async () => {
    const sent = await read();
    sent.columns.pop();
    delete sent.cards['card-7'];
    delete sent.cards['card-8'];
    expect((await save(sent)).columns).toHaveLength(4);
  });

  it('restores an archived id, with what is sent for it', async () => {
    const before = await read();
    await commit({ type: 'card.archive', cardId: 'card-1' });
    const sent = await read();
    sent.columns[4]?.cardIds.unshift('card-1');
    sent.cards['card-1'] = { id: 'card-1', title: 'Back', details: before.cards['card-1']?.details ?? '' };
    const answer = await save(sent);
    expect(answer.columns[4]?.cardIds).toEqual(['card-1', 'card-7', 'card-8']);
    expect(answer.cards['card-1']?.title).toBe('Back');
    const { cards } = await ann.caller.boards.get({ boardId: ann.boardId });
    expect(cards.find((card) => card.id === 'card-1')?.number).toBe(1);
  });
});

describe('saving a board that is behind', () => {
  it('merges what both sides changed', async () => {
    const stale = await read();
    await commit({ type: 'card.create', cardId: 'theirs', columnId: 'col-backlog', title: 'Theirs' });
    await commit({ type: 'card.edit', cardId: 'card-5', title: 'Their title' });
    await commit({ type: 'card.archive', cardId: 'card-8' });
    const answer = await save(move(stale, 'card-4', 'col-review'));
    expect(answer.version).toBe(5);
    expect(answer.columns.map((column) => column.cardIds)).toEqual([
      ['card-1', 'card-2', 'theirs'],
      ['card-3'],
      ['card-5'],
      ['card-6', 'card-4'],
      ['card-7'],
    ]);
    expect(answer.cards['card-5']?.title).toBe('Their title');
  });

  it('without a version is compared with the board of today', async () => {
    const { version: _, ...stale } = await read();
    await commit({ type: 'card.create', cardId: 'theirs', columnId: 'col-backlog', title: 'Theirs' });
    expect(Object.hasOwn((await save(stale)).cards, 'theirs')).toBe(false);
  });

  it('is a conflict with ids and both values where both changed a text', async () => {
    const stale = await read();
    await commit({ type: 'card.edit', cardId: 'card-4', title: 'Theirs' });
    stale.cards['card-4'] = { id: 'card-4', title: 'Mine', details: stale.cards['card-4']?.details ?? '' };
    const failure = await failureOf(save(move(stale, 'card-1', 'col-done')));
    expect(failure).toMatchObject({
      code: 'CONFLICT',
      refusal: { ids: ['card-4'], current: { title: 'Theirs' }, proposed: { title: 'Mine' } },
    });
    expect((await read()).version).toBe(2);
  });

  it('is a conflict where an archived card was edited', async () => {
    const stale = await read();
    await commit({ type: 'card.archive', cardId: 'card-4' });
    stale.cards['card-4'] = { id: 'card-4', title: 'Mine', details: '' };
    expect(await failureOf(save(stale))).toMatchObject({ code: 'CONFLICT', refusal: { ids: ['card-4'] } });
  });

  it('is a conflict where a column to archive has been filled since', async () => {
    const stale = await read();
    await commit({ type: 'card.move', cardId: 'card-4', columnId: 'col-done' });
    stale.columns.pop();
    delete stale.cards['card-7'];
    delete stale.cards['card-8'];
    expect(await failureOf(save(stale))).toMatchObject({ code: 'CONFLICT', refusal: { ids: ['col-done', 'card-4'] } });
    expect((await read()).version).toBe(2);
  });

  it('leaves alone what both sides archived, and does not bring back what only the other one did', async () => {
    const stale = await read();
    await commit({ type: 'card.archive', cardId: 'card-1' }, { type: 'card.archive', cardId: 'card-2' });
    stale.columns[0]?.cardIds.shift();
    delete stale.cards['card-1'];
    const answer = await save(stale);
    expect(answer.columns[0]?.cardIds).toEqual([]);
  });

  it('finds its version however far behind, back to the empty board', async () => {
    const stale = await read();
    for (let round = 0; round < 250; round++)
      await commit({ type: 'card.edit', cardId: 'card-1', details: `round ${round}` });
    const answer = await save(move(stale, 'card-4', 'col-review'));
    expect(answer).toMatchObject({ version: 252, cards: { 'card-1': { details: 'round 249' } } });
    const failure = await failureOf(save({ ...stale, version: 0 }));
    // At version 0 there was nothing, so everything that is sent looks new.
    expect(failure.code).toBe('CONFLICT');
  });

  it('is a conflict where the version is yet to come', async () => {
    const failure = await failureOf(save({ ...(await read()), version: 7 }));
    expect(failure.code).toBe('CONFLICT');
    expect(failure.message).toContain('The board has no version 7; it is at 1.');
  });
});

describe('sending a save again', () => {
  it('has one effect and the same answer', async () => {
    const sent = move(await read(), 'card-4', 'col-review');
    const first = await save(sent, 'save-a');
    await commit({ type: 'card.archive', cardId: 'card-4' });
    expect(await save(sent, 'save-a')).toEqual(first);
    expect((await read()).version).toBe(3);
    const other = await failureOf(save(move(sent, 'card-1', 'col-done'), 'save-a'));
    expect(other.code).toBe('CONFLICT');
  });

  it('does not undo what others did after a save that changed nothing', async () => {
    const { version: _, ...sent } = await read();
    await save(sent, 'save-a');
    await commit({ type: 'card.create', cardId: 'theirs', columnId: 'col-backlog', title: 'Theirs' });
    await save(sent, 'save-a');
    expect(Object.hasOwn((await read()).cards, 'theirs')).toBe(true);
  });
});

describe('a whole board that does not fit together', () => {
  type Spoil = (board: WholeBoardInput) => unknown;
  const spoil: [string, string, Spoil][] = [
    [
      'details left out',
      'cards.card-1.details',
      (board) => ({ ...board, cards: { ...board.cards, 'card-1': { id: 'card-1', title: 'x' } } }),
    ],
    ['a card missing in cards', 'columns.0.cardIds.0', (board) => (delete board.cards['card-1'], board)],
    ['a card that stands twice', 'columns.1.cardIds.1', (board) => (board.columns[1]?.cardIds.push('card-1'), board)],
    ['a card in no column', 'cards.card-1', (board) => (board.columns[0]?.cardIds.shift(), board)],
    [
      'two columns of one id',
      'columns.1.id',
      (board) => (Object.assign(board.columns[1] ?? {}, { id: 'col-backlog' }), board),
    ],
    [
      'a card under another key',
      'cards.card-1.id',
      (board) => (Object.assign(board.cards['card-1'] ?? {}, { id: 'card-x' }), board),
    ],
    [
      'a title of spaces',
      'cards.card-1.title',
      (board) => (Object.assign(board.cards['card-1'] ?? {}, { title: '  ' }), board),
    ],
    [
      'a NUL in a text',
      'cards.card-1.details',
      (board) => (Object.assign(board.cards['card-1'] ?? {}, { details: 'a\0b' }), board),
    ],
    [
      'half a surrogate pair',
      'columns.0.title',
      (board) => (Object.assign(board.columns[0] ?? {}, { title: '\ud800' }), board),
    ],
    [
      'an unknown field',
      'cards.card-1.labels',
      (board) => (Object.assign(board.cards['card-1'] ?? {}, { labels: [] }), board),
    ],
    ['a version that is no number', 'version', (board) => ({ ...board, version: '1' })],
    ['an id that is none', 'columns.0.cardIds.0', (board) => (board.columns[0]?.cardIds.splice(0, 1, '../x'), board)],
    [
      'the key __proto__',
      'cards.__proto__',
      (board) =>
        JSON.parse(
          JSON.stringify(board).replace('"cards":{', '"cards":{"__proto__":{"id":"a","title":"b","details":""},'),
        ),
    ],
    [
      'the id constructor in a column only',
      'columns.0.cardIds.2',
      (board) => (board.columns[0]?.cardIds.push('constructor'), board),
    ],
    ['no columns', 'columns', ({ cards }) => ({ cards })],
    ['no cards', 'cards', ({ columns }) => ({ columns })],
  ];

  it.each(spoil)('%s: names the field and changes nothing', async (_, path, spoilBoard) => {
    const before = await read();
    const failure = await failureOf(save(spoilBoard(await read())));
    expect(failure.code).toBe('BAD_REQUEST');
    expect(failure.fields?.map((field) => field.path)).toContain(`board.${path}`);
    expect(failure.message).toMatch(/^The field “board\..*” was not accepted\. /);
    expect(await read()).toEqual(before);
  });
});
