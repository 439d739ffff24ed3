import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Operation } from '@talkan/board/operations';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOldDatabase, STEPS } from '../testing-old-database.js';
import { testApp, type Person, type TestApp } from '../testing.js';
import type { Archived } from './matches.js';

let app: TestApp;
let ann: Person;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ann = await app.user();
});

const commit = (...operations: Operation[]) => commitAs(ann, ...operations);
const commitAs = ({ caller, boardId }: Person, ...operations: Operation[]) =>
  caller.boards.commit({ boardId, changeId: randomUUID(), operations });
const create = (cardId: string, title: string, details = ''): Operation => ({
  type: 'card.create',
  cardId,
  columnId: 'col-done',
  title,
  details,
});
const search = (query: string, options: { boardId?: string; archived?: Archived; limit?: number } = {}) =>
  ann.caller.search.cards({ query, ...options });
const ids = async (...asked: Parameters<typeof search>) => (await search(...asked)).map(({ cardId }) => cardId);

/** The index has each word at its place, and no other: as one that is made anew from all texts. */
async function checkIndex({ services }: TestApp): Promise<void> {
  const { write } = services.db;
  await sql`insert into search (search) values ('integrity-check')`.execute(write);
  await sql`create virtual table temp.fresh using fts5 (title, details, items, comment, content = '', tokenize = "unicode61 remove_diacritics 2")`.execute(
    write,
  );
  await sql`insert into fresh (rowid, title, details, items, comment) select * from search_words`.execute(write);
  await sql`create virtual table temp.kept_words using fts5vocab ('main', 'search', 'instance')`.execute(write);
  await sql`create virtual table temp.fresh_words using fts5vocab ('temp', 'fresh', 'instance')`.execute(write);
  const { rows } = await sql`
    select 'surplus' as what, * from (select * from kept_words except select * from fresh_words)
    union all
    select 'missing' as what, * from (select * from fresh_words except select * from kept_words)`.execute(write);
  for (const table of ['fresh', 'kept_words', 'fresh_words']) await sql`drop table ${sql.ref(table)}`.execute(write);
  expect(rows).toEqual([]);
}

describe('a card is found', () => {
  it('by words of its title or its details, with where they stand', async () => {
    await commit(create('n', 'Rewrite the fare rules', 'As data,\nso that operators can edit them. '.repeat(9)));
    expect(await search('rules operat')).toEqual([
      {
        boardId: ann.boardId,
        boardKey: 'RM',
        boardTitle: 'Product roadmap',
        cardId: 'n',
        number: 9,
        title: 'Rewrite the fare rules',
        titleMatches: [[17, 22]],
        column: 'Done',
        archived: false,
        matchedIn: 'details',
        snippet: { text: expect.stringMatching(/^As data, so that operators .*…$/), matches: expect.any(Array) },
      },
    ]);
    const [{ snippet } = { snippet: null }] = await search('operat');
    expect(snippet?.matches.map(([from, to]) => snippet.text.slice(from, to))).toContain('operat');
    expect(await search('fare rul')).toMatchObject([{ matchedIn: 'title', snippet: null }]);
  });

  it('by every word of what was typed, of which the last may go on, and by phrases', async () => {
    await commit(create('n', 'Seat map tiles flicker'));
    expect(await ids('flick seat')).toEqual([]);
    expect(await ids('seat flick')).toEqual(['n']);
    expect(await ids('"map tiles"')).toEqual(['n']);
    expect(await ids('"tiles map"')).toEqual([]);
    expect(await ids('"map tile"')).toEqual([]);
  });

  it('with or without accents, and in Chinese and Japanese from any letter on', async () => {
    await commit(create('n', 'Ärger mit der Übergröße'), create('k', '東京都に行く', '𠮷野家で食べる'));
    expect(await ids('arger ubergr')).toEqual(['n']);
    expect(await ids('ÜBERGRÖSS')).toEqual([]);
    expect(await ids('A\u0308RGER')).toEqual(['n']);
    expect(await ids('京都')).toEqual(['k']);
    expect(await search('野家')).toMatchObject([{ snippet: { text: '𠮷野家で食べる', matches: [[2, 4]] } }]);
    expect(await ids('都京')).toEqual([]);
  });

  it('by the exact number first, with or without the board’s key', async () => {
    await commit(create('n', 'Copy of 3'), create('m', 'RM-3 again'));
    expect(await ids('3')).toEqual(['card-3', 'm', 'n']);
    expect(await ids(' rm-3 ')).toEqual(['card-3', 'm']);
    expect(await search('#9')).toMatchObject([{ cardId: 'n', matchedIn: 'number' }]);
    expect(await ids('XX-3')).toEqual([]);
  });

  it('by its new title alone once it was renamed, and wherever it is moved', async () => {
    await commit(create('n', 'Before'));
    await commit({ type: 'card.edit', cardId: 'n', title: 'After' });
    expect([await ids('before'), await ids('after')]).toEqual([[], ['n']]);
    await commit({ type: 'card.move', cardId: 'n', columnId: 'col-backlog' });
    expect(await search('after')).toMatchObject([{ column: 'Backlog' }]);
    await commit({ type: 'card.edit', cardId: 'n', details: 'Before' });
    expect([await ids('before'), await ids('after')]).toEqual([['n'], ['n']]);
  });

  it('when it is archived, too, after what is on the board, or by itself', async () => {
    await commit(create('n', 'Unicorn one'), create('m', 'Unicorn two'));
    await commit({ type: 'card.archive', cardId: 'm' });
    expect(await search('unicorn')).toMatchObject([
      { cardId: 'n', archived: false },
      { cardId: 'm', archived: true },
    ]);
    expect(await ids('unicorn', { archived: 'exclude' })).toEqual(['n']);
    expect(await ids('unicorn', { archived: 'only' })).toEqual(['m']);
    expect(await ids('10', { archived: 'exclude' })).toEqual([]);
  });

  it('by what is in its checklists and comments, as long as it is there', async () => {
    await commit(create('n', 'Plain'), {
      type: 'checklist.create',
      cardId: 'n',
      checklistId: 'l',
      title: 'Before sailing',
    });
    await commit({ type: 'item.create', cardId: 'n', checklistId: 'l', itemId: 'i', text: 'Check the bilge' });
    expect(await search('sailing bilge')).toMatchObject([
      { cardId: 'n', matchedIn: 'details', snippet: { text: 'Before sailing Check the bilge' } },
    ]);
    await commit({ type: 'item.edit', cardId: 'n', itemId: 'i', text: 'Check the anchor' });
    expect([await ids('bilge'), await ids('anchor')]).toEqual([[], ['n']]);

    await commit({ type: 'comment.create', cardId: 'n', commentId: 'k', text: 'A walrus was seen' });
    await commit({ type: 'comment.create', cardId: 'n', commentId: 'k2', text: 'Another walrus, too' });
    expect(await search('walrus')).toMatchObject([
      { cardId: 'n', matchedIn: 'comment', snippet: { text: 'Another walrus, too', matches: [[8, 14]] } },
    ]);
    await commit({ type: 'comment.edit', cardId: 'n', commentId: 'k2', text: 'A seal' });
    expect(await search('walrus')).toMatchObject([{ snippet: { text: 'A walrus was seen' } }]);
    await commit({ type: 'comment.delete', cardId: 'n', commentId: 'k' });
    expect([await ids('walrus'), await ids('seal')]).toEqual([[], ['n']]);
    await checkIndex(app);
  });

  it('whatever word is in its title', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => /^[\p{L}\p{N}]+$/u.test(text));
    let cards = 0;
    await fc.assert(
      fc.asyncProperty(word, fc.lorem({ maxCount: 3 }), async (wanted, other) => {
        cards += 1;
        const cardId = `any-${cards}`;
        await commit(create(cardId, `${other} ${wanted} ${other}`.trim()));
        expect(await ids(wanted, { limit: 50 })).toContain(cardId);
      }),
      { numRuns: 60 },
    );
    await checkIndex(app);
  });
});

describe('the best come first', () => {
  it('titles before details, the board that one is on before others, and the latest text before older ones', async () => {
    const bob = await app.user();
    const { caller } = await app.services.db.write
      .insertInto('members')
      .values({ board_id: bob.boardId, user_id: ann.id, role: 'viewer', created_at: '' })
      .execute()
      .then(() => ann);
    await commit(create('a', 'Ferry'), create('b', 'Boat', 'A ferry'), create('c', 'Ferry too'));
    await commitAs(bob, create('d', 'Ferry of Bob'), create('e', 'Boat of Bob', 'A ferry'));
    await commit({ type: 'card.edit', cardId: 'a', title: 'Ferry, late' });
    const found = async (boardId: string) =>
      (await caller.search.cards({ query: 'ferry', boardId })).map(({ cardId }) => cardId);
    expect(await found(ann.boardId)).toEqual(['a', 'c', 'd', 'b', 'e']);
    expect(await found(bob.boardId)).toEqual(['d', 'a', 'c', 'e', 'b']);
    expect(await ids('ferry', { limit: 2 })).toEqual(['a', 'd']);
  });
});

describe('nothing is found', () => {
  it('on boards that one may not see, and at once on those from which one was taken', async () => {
    await commit(create('n', 'Confidential unicorn'));
    const bob = await app.member(ann.boardId, 'viewer');
    const asBob = (boardId?: string) =>
      bob.caller.search.cards({ query: 'unicorn', ...(boardId !== undefined && { boardId }) });
    expect(await asBob()).toMatchObject([{ cardId: 'n' }]);
    await ann.caller.members.remove({ boardId: ann.boardId, userId: bob.id });
    expect([await asBob(), await asBob(ann.boardId)]).toEqual([[], []]);
    const stranger = await app.user();
    expect(await stranger.caller.search.cards({ query: 'unicorn', boardId: ann.boardId })).toEqual([]);
    expect(await stranger.caller.search.cards({ query: 'RM-9', boardId: ann.boardId })).toEqual([]);
  });

  it('by what is no word, and no query is taken for one of the database', async () => {
    const hostile = [
      '',
      ' ',
      '"',
      '"'.repeat(200),
      "'; drop table cards; --",
      'title:',
      'a NEAR(',
      '* OR *',
      'a\0b',
      '\ud800',
      '🚀',
      '{x} :',
    ];
    for (const query of [...hostile, '\u0301', 'AND', '^', '-', '(((', 'a '.repeat(100)]) {
      expect(Array.isArray(await search(query)), query).toBe(true);
    }
    expect(await ids('title: roadmap')).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (query) => {
        expect((await search(query)).length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 200 },
    );
  });

  it('of what was deleted for ever: its words are out of the index, and of the file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'talkan-search-'));
    const onDisk = await testApp({ databaseUrl: `file:${join(folder, 'talkan.db')}` });
    const person = await onDisk.user();
    await commitAs(person, create('n', 'unmistakablesecret', 'otherunmistakable '.repeat(100)));
    await commitAs(person, { type: 'card.edit', cardId: 'n', title: 'Another' });
    await commitAs(person, { type: 'comment.create', cardId: 'n', commentId: 'k', text: 'unmistakable comment' });
    await commitAs(person, { type: 'card.archive', cardId: 'n' });
    await person.caller.boards.purge({ boardId: person.boardId, entity: 'card', id: 'n', changeId: 'p' });
    expect(await person.caller.search.cards({ query: 'otherunmistakable' })).toEqual([]);
    await checkIndex(onDisk);
    await onDisk.close();
    for (const name of await readdir(folder)) {
      const file = await readFile(join(folder, name));
      expect([file.includes('unmistakable'), file.includes('nmistakablesecret')]).toEqual([false, false]);
    }
    await rm(folder, { recursive: true });
  });
});

it('a database from before is filled, archived cards too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'talkan-search-'));
  const file = join(folder, 'talkan.db');
  await makeOldDatabase(file, STEPS.indexOf('0010-search'));
  const { default: Sqlite } = await import('better-sqlite3');
  const database = new Sqlite(file);
  database.exec(`
    insert into users values ('u', 'user', 'x', 0, '');
    insert into boards (id, key, title, seq, last_number, created_at) values ('b', 'RM', 'Old', 1, 2, '');
    insert into members values ('b', 'u', 'owner', '');
    insert into columns (board_id, id, rank, title, archived_at) values ('b', 'c', 'a0', 'Done', null);
    insert into cards (board_id, id, number, column_id, rank, title, details, archived_at, created_at, created_by) values ('b', 'k1', 1, 'c', 'a0', 'Living unicorn', '', null, '1', 'u'), ('b', 'k2', 2, 'c', 'a1', '東京', 'Archived unicorn', '2', '2', 'u');
  `);
  database.close();
  const old = await testApp({ databaseUrl: `file:${file}` });
  const { searchCards } = await import('./search.js');
  const found = await searchCards(old.services, { userId: 'u', query: 'unicorn', archived: 'include', limit: 9 });
  expect(found.map(({ cardId }) => cardId)).toEqual(['k1', 'k2']);
  await checkIndex(old);
  await old.close();
  await rm(folder, { recursive: true });
});
