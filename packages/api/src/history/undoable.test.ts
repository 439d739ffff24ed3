import { randomUUID } from 'node:crypto';
import { contentOf } from '@talkan/board/diff';
import { createBoard } from '@talkan/board/board';
import type { Operation } from '@talkan/board/operations';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testApp, type Person, type TestApp } from '../testing.js';

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
const undo = async (person: Person, seq: number) =>
  (await person.caller.boards.undo({ boardId: person.boardId, changeId: randomUUID(), seq })).seq;
const undoable = (person: Person) => person.caller.boards.undoable({ boardId: person.boardId });
const seqs = async (person: Person) => {
  const { undo, redo } = await undoable(person);
  return [undo?.seq ?? null, redo?.seq ?? null];
};
const content = async (person: Person) =>
  contentOf(createBoard(await person.caller.boards.get({ boardId: person.boardId })));
const rename = (title: string): Operation => ({ type: 'column.rename', columnId: 'col-done', title });

/** What somebody does next: `other` is somebody else’s change. */
type Act = 'move' | 'rename' | 'archive' | 'undo' | 'redo' | 'other';
const acts = fc.array(
  fc.record({
    act: fc.constantFrom<Act>('move', 'rename', 'archive', 'undo', 'undo', 'undo', 'redo', 'redo', 'other'),
    at: fc.nat(99),
  }),
  { minLength: 10, maxLength: 40, size: 'max' },
);

function own(act: 'move' | 'rename' | 'archive', at: number): Operation {
  const cardId = `card-${(at % 8) + 1}`;
  if (act === 'rename') return { type: 'card.edit', cardId, title: `Title ${at} ${randomUUID()}` };
  if (act === 'archive') return { type: 'card.archive', cardId };
  return {
    type: 'card.move',
    cardId,
    columnId: at % 2 === 0 ? 'col-done' : 'col-review',
    before: `card-${(at % 5) + 1}`,
  };
}

/** A linear stack of undo, as every editor has one, beside the log. */
async function walkAlong(person: Person, other: Person, todo: readonly { act: Act; at: number }[]) {
  const stack: number[] = [];
  const redo: number[] = [];
  for (const { act, at } of todo) {
    if (act === 'other') {
      await commit(other, { type: 'column.create', columnId: `c-${randomUUID()}`, title: 'Theirs' }, rename(`T${at}`));
    } else if (act === 'undo' || act === 'redo') {
      const [from, to] = act === 'undo' ? [stack, redo] : [redo, stack];
      const seq = from.at(-1);
      const made = seq === undefined ? undefined : await undo(person, seq).catch(() => undefined);
      if (made !== undefined) {
        from.pop();
        to.push(made);
      }
    } else {
      const { seq, patches } = await person.caller.boards
        .commit({ boardId: person.boardId, changeId: randomUUID(), operations: [own(act, at)] })
        .catch(() => ({ seq: 0, patches: [] }));
      if (patches.length > 0) {
        stack.push(seq);
        redo.length = 0;
      }
    }
    expect(await seqs(person)).toEqual([stack.at(-1) ?? null, redo.at(-1) ?? null]);
  }
}

describe('a person’s own walk', () => {
  it('goes back and forth like a linear stack while others change things around it', async () => {
    const property = fc.asyncProperty(acts, async (todo) => {
      const guest = await app.member(ann.boardId, 'editor');
      await walkAlong(guest, bob, todo);
    });
    await fc.assert(property, { numRuns: 20 });
  });

  it('shows every board on the way back and again on the way forth', async () => {
    const property = fc.asyncProperty(fc.array(fc.nat(99), { minLength: 1, maxLength: 12 }), async (ats) => {
      const person = await app.user();
      const seen = [await content(person)];
      for (const at of ats) {
        const act = (['move', 'rename', 'archive'] as const)[at % 3] ?? 'move';
        const made = await commit(person, own(act, at)).catch(() => undefined);
        const now = await content(person);
        if (made !== undefined && JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now);
      }
      for (const expected of seen.slice(0, -1).toReversed()) {
        await undo(person, (await undoable(person)).undo?.seq ?? 0);
        expect(await content(person)).toEqual(expected);
      }
      expect((await seqs(person))[0]).toBeNull();
      for (const expected of seen.slice(1)) {
        await undo(person, (await undoable(person)).redo?.seq ?? 0);
        expect(await content(person)).toEqual(expected);
      }
      expect((await seqs(person))[1]).toBeNull();
    });
    await fc.assert(property, { numRuns: 20 });
  });

  it('passes over what others did, and does not offer it to them', async () => {
    const mine = await commit(ann, { type: 'card.archive', cardId: 'card-1' });
    const theirs = await commit(bob, { type: 'card.archive', cardId: 'card-2' });
    expect((await seqs(ann))[0]).toBe(mine);
    expect(await seqs(bob)).toEqual([theirs, null]);
  });

  it('ends at the board’s own making, which nobody means to take back by a key', async () => {
    expect(await undoable(ann)).toEqual({ undo: null, redo: null });
    await undo(ann, await commit(ann, rename('Shipped')));
    expect((await undoable(ann)).undo).toBeNull();
    // From the history it can be undone, and is done again from there or by the way forth.
    const unmade = await undo(ann, 1);
    expect(await seqs(ann)).toEqual([null, unmade]);
  });

  it('says what it would do, in the words of the change that it began with', async () => {
    const sentence = 'Renamed the column “Done” to “Shipped”.';
    const seq = await commit(bob, rename('Shipped'));
    expect(await undoable(bob)).toEqual({ undo: { seq, from: seq, sentence }, redo: null });
    const undone = await undo(bob, seq);
    expect(await undoable(bob)).toEqual({ undo: null, redo: { seq: undone, from: undone, sentence } });
    const redone = await undo(bob, undone);
    expect(await undoable(bob)).toEqual({ undo: { seq: redone, from: redone, sentence }, redo: null });
  });

  it('forgets what could be redone at a new change, and not at one that changed nothing', async () => {
    const undone = await undo(bob, await commit(bob, rename('Shipped')));
    await commit(bob, rename('Done'));
    expect(await seqs(bob)).toEqual([null, undone]);
    const seq = await commit(bob, rename('Other'));
    expect(await seqs(bob)).toEqual([seq, null]);
  });

  it('passes over a change that somebody else has undone, until that is undone', async () => {
    const first = await commit(bob, { type: 'card.archive', cardId: 'card-1' });
    const second = await commit(bob, { type: 'card.archive', cardId: 'card-2' });
    const taken = await undo(ann, second);
    expect((await seqs(bob))[0]).toBe(first);
    await undo(ann, taken);
    expect((await seqs(bob))[0]).toBe(second);
  });

  it('takes the undo of somebody else’s change for one of its own', async () => {
    const theirs = await commit(ann, rename('Shipped'));
    const seq = await undo(bob, theirs);
    const sentence = `Undid change ${theirs}: renamed the column “Shipped” to “Done”.`;
    expect(await undoable(bob)).toEqual({ undo: { seq, from: seq, sentence }, redo: null });
    const again = await undo(bob, seq);
    expect(await undoable(bob)).toEqual({ undo: null, redo: { seq: again, from: again, sentence } });
  });

  it('offers nothing to those who may not change the board', async () => {
    const viewer = await app.member(ann.boardId, 'viewer');
    expect(await undoable(viewer)).toEqual({ undo: null, redo: null });
  });

  it('asks the log’s index alone, not what the changes say', async () => {
    const { rows } = await app.services.db.read.executeQuery<{ detail: string }>({
      query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
      sql: `explain query plan select seq, undoes, undoes_from, (operations = '[]' or patches = '[]') from changes
        where board_id = 'b' and actor_id = 'a' order by seq desc limit 10`,
      parameters: [],
      queryId: { queryId: 'plan' },
    });
    expect(rows.map((row) => row.detail).join()).toContain('USING COVERING INDEX changes_by_actor');
  });
});
