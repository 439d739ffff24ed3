import { randomUUID } from 'node:crypto';
import { createBoard } from '@talkan/board/board';
import { contentOf } from '@talkan/board/diff';
import type { Operation } from '@talkan/board/operations';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';
import type { HistoryEntry } from './list.js';

let app: TestApp;
let ann: Person;
let bob: Person;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ann = await app.user();
  bob = await app.member(ann.boardId, 'editor');
});

const commit = async (person: Person, ...operations: Operation[]) =>
  (await person.caller.boards.commit({ boardId: person.boardId, changeId: randomUUID(), operations })).seq;
const write = (person: Person, details: string, cardId = 'card-1') =>
  commit(person, { type: 'card.edit', cardId, details });
const undo = (person: Person, seq: number, from?: number) =>
  person.caller.boards.undo({
    boardId: person.boardId,
    changeId: randomUUID(),
    seq,
    ...(from !== undefined && { from }),
  });
type Asked = Omit<Parameters<Person['caller']['boards']['history']>[0], 'boardId'>;
const history = (asked: Asked = {}) => ann.caller.boards.history({ boardId: ann.boardId, ...asked });
const named = async (asked: Asked = {}) =>
  (await history(asked)).entries.map(({ from, seq }) => (from === seq ? `${seq}` : `${from}-${seq}`));
const undoable = (person: Person) => person.caller.boards.undoable({ boardId: person.boardId });
const stepsOf = async (person: Person) => {
  const { undo, redo } = await undoable(person);
  const name = (step: typeof undo) => step && [step.from, step.seq];
  return { undo: name(undo), redo: name(redo) };
};
const detailsOf = async (cardId = 'card-1') =>
  (await ann.caller.boards.get({ boardId: ann.boardId })).cards.find((card) => card.id === cardId)?.details;
const move = (cardId: string): Operation => ({ type: 'card.move', cardId, columnId: 'col-done' });

async function pages(asked: Asked): Promise<HistoryEntry[]> {
  const all: HistoryEntry[] = [];
  for (let before: number | null | undefined; before !== null;) {
    const page = await history({ ...asked, ...(before !== undefined && { before }) });
    expect(page.entries.length).toBeLessThanOrEqual(asked.limit ?? 50);
    all.push(...page.entries);
    before = page.next;
  }
  return all;
}

describe('the history', () => {
  it('tells a run of edits as one entry, by what it came to', async () => {
    for (const title of ['F', 'Fi', 'First']) await commit(ann, { type: 'card.edit', cardId: 'card-1', title });
    await commit(ann, { type: 'card.edit', cardId: 'card-1', details: 'One' });
    await write(ann, 'One two');
    const { entries } = await history({ limit: 2 });
    expect(entries).toMatchObject([
      { from: 5, seq: 6, sentence: 'Changed the details of RM-1 “First”.', count: 1 },
      { from: 2, seq: 4, sentence: 'Renamed RM-1 “Align roadmap themes” to “First”.', count: 1 },
    ]);
  });

  it('leaves what others did in the middle of it where it was, told once, page by page', async () => {
    for (let index = 0; index < 4; index++) {
      await write(ann, `Ann ${index}`);
      await write(bob, `Bob ${index}`, 'card-2');
      await commit(bob, move(`card-${4 + index}`));
    }
    expect(await named()).toEqual(['13', '12', '2-11', '10', '9', '7', '6', '4', '3', '1']);
    for (const limit of [1, 2, 3, 7]) expect(await pages({ limit })).toEqual((await history()).entries);
    expect(await named({ actorId: ann.id })).toEqual(['2-11', '1']);
    expect(await named({ cardId: 'card-1' })).toEqual(['2-11', '1']);
    expect(await named({ before: 11 })).toEqual(['10', '9', '7', '6', '4', '3', '1']);
  });

  it('begins a new entry after a pause, another field, a change of one’s own, another door or a hand of somebody else’s', async () => {
    await write(ann, 'One');
    app.clock.advance(5 * 60_000 + 1_000);
    await write(ann, 'Two');
    await commit(ann, { type: 'card.edit', cardId: 'card-1', title: 'Title' });
    await write(ann, 'Three');
    await commit(ann, move('card-4'));
    await write(ann, 'Four');
    await write(bob, 'Bob’s');
    await write(ann, 'Five');
    const web = app.callerFor({ bearer: ann.token, origin: 'web' });
    const operations: Operation[] = [{ type: 'card.edit', cardId: 'card-1', details: 'Six' }];
    await web.boards.commit({ boardId: ann.boardId, changeId: randomUUID(), operations });
    expect(await named()).toEqual(['10', '9', '8', '7', '6', '5', '4', '3', '2', '1']);
  });

  it('says how many edits it was, and when they began', async () => {
    for (const details of ['One', 'Two', 'Three']) {
      await write(ann, details);
      app.clock.advance(1000);
    }
    const [run] = (await history()).entries;
    expect(run?.changes).toBe(3);
    expect(Date.parse(run?.at ?? '') - Date.parse(run?.began ?? '')).toBeGreaterThanOrEqual(2000);
  });

  it('keeps apart what is undone from what is not', async () => {
    for (const details of ['One', 'Two', 'Three']) await write(ann, details);
    await undo(bob, 4);
    expect(await named()).toEqual(['5', '4', '2-3', '1']);
    await undo(bob, 5);
    expect(await named()).toEqual(['6', '5', '2-4', '1']);
  });

  it('has a run in one piece, however long it went on after the page', async () => {
    for (let index = 0; index < 120; index++) await write(ann, `Ann ${index}`);
    await commit(bob, move('card-4'));
    for (let index = 0; index < 3; index++) await write(ann, `Ann again ${index}`);
    expect(await named()).toEqual(['2-125', '122', '1']);
    expect(await named({ before: 60 })).toEqual(['1']);
  });

  it('is told the same page by page where somebody writes for hours', async () => {
    for (let index = 0; index < 40; index++) {
      app.clock.advance(4 * 60_000);
      await write(ann, `Ann ${index}`);
      if (index % 3 === 0) await commit(bob, { type: 'board.rename', title: `Title ${index}` });
    }
    const { entries } = await history();
    expect(entries.filter(({ from, seq }) => from < seq)).toHaveLength(3);
    for (const limit of [1, 2, 5]) expect(await pages({ limit })).toEqual(entries);
  });

  it('of a run of a card that was deleted for ever has no words of it', async () => {
    for (const details of ['Secret one', 'Secret two']) await write(ann, details);
    await commit(ann, { type: 'card.archive', cardId: 'card-1' });
    await ann.caller.boards.purge({ boardId: ann.boardId, entity: 'card', id: 'card-1', changeId: 'purge' });
    const { entries } = await history();
    expect(entries.map(({ from, seq }) => [from, seq])).toEqual([
      [5, 5],
      [4, 4],
      [2, 3],
      [1, 1],
    ]);
    expect(JSON.stringify(entries)).not.toContain('Secret');
    expect((await failureOf(undo(ann, 5))).code).toBe('CONFLICT');
    expect(await stepsOf(ann)).toMatchObject({ undo: [4, 4] });
  });
});

describe('the undo of a run', () => {
  it('takes all of it back as one change, which says so, and is done again as one', async () => {
    const before = await detailsOf();
    await write(ann, 'One');
    await commit(bob, move('card-4'));
    await write(ann, 'Two');
    const sentence = 'Changed the details of RM-1 “Align roadmap themes”.';
    expect(await undoable(ann)).toEqual({ undo: { seq: 4, from: 2, sentence }, redo: null });
    await undo(ann, 4, 2);
    expect(await detailsOf()).toBe(before);
    const { changes } = await ann.caller.boards.changes({ boardId: ann.boardId, after: 4 });
    expect(changes).toMatchObject([{ seq: 5, origin: 'undo', undoes: 4, undoesFrom: 2 }]);
    expect((await history({ limit: 1 })).entries).toMatchObject([
      { seq: 5, undoes: 4, sentence: 'Undid change 4: changed the details of RM-1 “Align roadmap themes”.' },
    ]);
    expect(await undoable(ann)).toMatchObject({ undo: null, redo: { seq: 5, from: 5, sentence } });
    await undo(ann, 5);
    expect(await detailsOf()).toBe('Two');
    expect(await undoable(ann)).toEqual({ undo: { seq: 6, from: 6, sentence }, redo: null });
    await undo(ann, 6);
    expect(await undoable(ann)).toMatchObject({ undo: null, redo: { seq: 7, from: 7, sentence } });
    expect(await stepsOf(bob)).toEqual({ undo: [3, 3], redo: null });
  });

  it('by somebody else takes nothing of their own', async () => {
    await write(ann, 'One');
    const theirs = await commit(bob, move('card-4'));
    await write(ann, 'Two');
    await undo(bob, 4, 2);
    expect(await stepsOf(ann)).toEqual({ undo: null, redo: null });
    expect(await stepsOf(bob)).toEqual({ undo: [5, 5], redo: null });
    await undo(bob, 5);
    expect(await stepsOf(ann)).toEqual({ undo: [2, 4], redo: null });
    await undo(ann, 4, 2);
    expect(await stepsOf(bob)).toEqual({ undo: [theirs, theirs], redo: [6, 6] });
  });

  it('has one effect and the same answer when it is sent again, and no other body', async () => {
    for (const details of ['One', 'Two', 'Three']) await write(ann, details);
    const send = (from: number) => ann.caller.boards.undo({ boardId: ann.boardId, changeId: 'undo-run', seq: 4, from });
    const answer = await send(2);
    expect(await send(2)).toEqual(answer);
    expect((await failureOf(send(3))).code).toBe('CONFLICT');
    expect((await ann.caller.boards.get({ boardId: ann.boardId })).seq).toBe(5);
  });

  it('of one change is that change’s, also when it is named twice', async () => {
    await write(ann, 'One');
    const answer = await ann.caller.boards.undo({ boardId: ann.boardId, changeId: 'same', seq: 2, from: 2 });
    expect(await ann.caller.boards.undo({ boardId: ann.boardId, changeId: 'same', seq: 2 })).toEqual(answer);
    const { changes } = await ann.caller.boards.changes({ boardId: ann.boardId, after: 2 });
    expect(changes[0]).not.toHaveProperty('undoesFrom');
  });

  it('is refused for what is no run, and where somebody changed the text since', async () => {
    await write(ann, 'One');
    await write(bob, 'Bob’s');
    await write(ann, 'Two');
    await write(ann, 'Three');
    const sentence = 'The changes 2 to 5 are not one run of edits. Name one change, or the whole run.';
    expect(await failureOf(undo(ann, 5, 2))).toMatchObject({ code: 'BAD_REQUEST', message: sentence });
    for (const from of [1, 3]) expect((await failureOf(undo(ann, 5, from))).code).toBe('BAD_REQUEST');
    expect((await failureOf(undo(ann, 99, 98))).code).toBe('NOT_FOUND');
    expect(await failureOf(undo(ann, 4, 5))).toMatchObject({ fields: [{ path: 'from' }] });
    await write(bob, 'Bob’s again');
    expect((await failureOf(undo(ann, 5, 4))).message).toMatch(new RegExp(`^${bob.username} changed the details of`));
  });

  it('takes only what came after somebody else’s edit in the middle', async () => {
    for (const details of ['One', 'Two']) await write(ann, details);
    await write(bob, 'Bob’s');
    for (const details of ['Three', 'Four']) await write(ann, details);
    expect(await stepsOf(ann)).toEqual({ undo: [5, 6], redo: null });
    await undo(ann, 6, 5);
    expect(await detailsOf()).toBe('Bob’s');
    expect(await stepsOf(ann)).toMatchObject({ undo: [2, 3] });
    expect((await failureOf(undo(ann, 3, 2))).code).toBe('CONFLICT');
  });

  it('takes only what is not undone yet', async () => {
    for (const details of ['One', 'Two', 'Three', 'Two', 'Four']) await write(ann, details);
    // By the number of one change alone, as a chat or a program does it.
    await undo(ann, 6);
    expect(await stepsOf(ann)).toEqual({ undo: [2, 5], redo: [7, 7] });
    // The text is by chance the one that the third change wrote.
    await undo(bob, 3);
    expect(await stepsOf(ann)).toMatchObject({ undo: [4, 5] });
    await undo(bob, 8);
    expect(await stepsOf(ann)).toMatchObject({ undo: [2, 5] });
    await undo(ann, 5);
    await undo(ann, 4);
    expect(await detailsOf()).toBe('Two');
    expect(await stepsOf(ann)).toMatchObject({ undo: [2, 3] });
    await undo(ann, 3, 2);
    for (let redo = (await undoable(ann)).redo; redo; redo = (await undoable(ann)).redo) await undo(ann, redo.seq);
    expect(await detailsOf()).toBe('Four');
  });

  it('is told to those who watch, and is what the browser replays', async () => {
    const before = createBoard(await ann.caller.boards.get({ boardId: ann.boardId }));
    for (const details of ['One', 'Two']) await write(ann, details);
    await undo(ann, 3, 2);
    const stream = await ann.caller.boards.watch({ boardId: ann.boardId, lastEventId: '3' });
    const items = stream[Symbol.asyncIterator]();
    let told = '';
    while (!told.includes('undoesFrom')) told = JSON.stringify((await items.next()).value);
    await items.return?.();
    expect(told).toContain('"undoes":3,"undoesFrom":2');
    expect(contentOf(createBoard(await ann.caller.boards.get({ boardId: ann.boardId })))).toEqual(contentOf(before));
  });
});

/** What somebody does next: `other` is somebody else’s edit of the same card, `away` somebody else’s of another one. */
type Act = 'write' | 'undo' | 'redo' | 'other' | 'away' | 'move';
const acts = fc.array(
  fc.record({
    act: fc.constantFrom<Act>('write', 'write', 'write', 'write', 'undo', 'undo', 'redo', 'other', 'away', 'move'),
    card: fc.constantFrom('card-1', 'card-1', 'card-2'),
  }),
  { minLength: 8, maxLength: 40, size: 'max' },
);

interface Entry {
  readonly from: number;
  readonly seq: number;
}
interface Standing {
  readonly undo: Entry[];
  readonly redo: Entry[];
  /** The card of the run that a next edit would go on with. */
  writing: string | null;
}

async function step(person: Person, standing: Standing, { act, card }: { act: Act; card: string }): Promise<void> {
  const { undo: back, redo: forth } = standing;
  if (act === 'undo' || act === 'redo') {
    const [from, to] = act === 'undo' ? [back, forth] : [forth, back];
    const entry = from.at(-1);
    const made = entry && (await undo(person, entry.seq, entry.from).catch(() => undefined));
    if (!made) return;
    from.pop();
    to.push({ from: made.seq, seq: made.seq });
    standing.writing = null;
  } else if (act === 'other' || act === 'away') {
    await write(bob, randomUUID(), act === 'away' ? 'card-3' : card);
    if (act === 'other' && standing.writing === card) standing.writing = null;
  } else {
    const isMove = act === 'move';
    const seq = isMove
      ? await commit(person, { type: 'board.rename', title: randomUUID() })
      : await write(person, randomUUID(), card);
    const last = back.at(-1);
    if (!isMove && standing.writing === card && last) back.splice(-1, 1, { from: last.from, seq });
    else back.push({ from: seq, seq });
    standing.writing = isMove ? null : card;
    forth.length = 0;
  }
}

describe('whatever is written, undone and done again', () => {
  it('a walk goes back and forth in runs, like a linear stack of them', async () => {
    const property = fc.asyncProperty(acts, async (todo) => {
      const person = await app.member(ann.boardId, 'editor');
      const standing: Standing = { undo: [], redo: [], writing: null };
      for (const next of todo) {
        await step(person, standing, next);
        const name = (entry: Entry | undefined) => (entry ? [entry.from, entry.seq] : null);
        expect(await stepsOf(person)).toEqual({ undo: name(standing.undo.at(-1)), redo: name(standing.redo.at(-1)) });
      }
    });
    await fc.assert(property, { numRuns: 20 });
  });

  it('the history tells every change in one entry, by whatever pages and filters', async () => {
    const property = fc.asyncProperty(acts, fc.integer({ min: 1, max: 5 }), async (todo, limit) => {
      ann = await app.user();
      bob = await app.member(ann.boardId, 'editor');
      const standing: Standing = { undo: [], redo: [], writing: null };
      for (const next of todo) await step(ann, standing, next);
      const { entries } = await history({ limit: 100 });
      expect(await pages({ limit })).toEqual(entries);
      const actorIds = new Map(
        (await ann.caller.boards.changes({ boardId: ann.boardId, after: 0 })).changes.map((one) => [
          one.seq,
          one.actorId,
        ]),
      );
      const told = entries.flatMap(({ from, seq, actor }) =>
        Array.from({ length: seq - from + 1 }, (_, index) => from + index).filter(
          (one) => actorIds.get(one) === actor.id,
        ),
      );
      expect(told.toSorted((a, b) => a - b)).toEqual([...actorIds.keys()]);
      for (const actorId of [ann.id, bob.id]) {
        const own = entries.filter(({ actor }) => actor.id === actorId);
        expect(await pages({ limit, actorId })).toEqual(own);
      }
      const name = ({ from, seq }: Entry) => `${from}-${seq}`;
      const ofCard = (await pages({ limit, cardId: 'card-1' })).map(name);
      expect(entries.filter((entry) => entry.items.some(({ id }) => id === 'card-1')).map(name)).toEqual(ofCard);
    });
    await fc.assert(property, { numRuns: 20 });
  });
});
