import { contentOf } from '@talkan/board/diff';
import { createBoard, snapshotOf } from '@talkan/board/board';
import type { BoardSnapshot } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { liveThrough, steps } from '@talkan/api/history/testing/life';
import { testApp, type Person, type TestApp } from '@talkan/api/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTimeMachine, type PastSource, type TimeMachine } from './time-machine';

let app: TestApp;
let ann: Person;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ann = await app.user();
});

const commit = (...operations: Operation[]) =>
  ann.caller.boards.commit({ boardId: ann.boardId, changeId: crypto.randomUUID(), operations });
const rename = (title: string) => commit({ type: 'board.rename', title });
const boardAt = (seq: number) => ann.caller.boards.at({ boardId: ann.boardId, seq });

/** The real server's past, and what was asked of it. */
function sourceOf({ caller, boardId }: Person) {
  const calls: string[] = [];
  const wire = { cut: false, gate: Promise.resolve() };
  const ask = async <Answer>(call: string, answer: () => Promise<Answer>): Promise<Answer> => {
    calls.push(call);
    await wire.gate;
    if (wire.cut) throw new TypeError('fetch failed');
    return answer();
  };
  const source: PastSource = {
    at: (seq) => ask(`at ${seq}`, () => caller.boards.at({ boardId, seq })),
    changes: (piece) =>
      ask(`changes ${piece.after}+${piece.limit}`, () => caller.boards.changes({ boardId, ...piece })),
    today: () => null,
  };
  return { source, calls, wire };
}

async function showing(machine: TimeMachine, seq: number): Promise<BoardSnapshot> {
  await expect.poll(() => machine.getState()).toMatchObject({ problem: null, shown: { seq } });
  const { shown } = machine.getState();
  if (!shown) throw new Error('Nothing is shown.');
  return snapshotOf(shown);
}

describe('going through the past', () => {
  it('ends at the board that the server has for that change, whatever the way there', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.array(fc.nat(), { minLength: 5, maxLength: 25 }), async (life, wishes) => {
        ann = await app.user();
        const past = await liveThrough(ann, life);
        const newest = past.at(-1)?.seq ?? 1;
        const machine = createTimeMachine({ source: sourceOf(ann).source, seq: newest, newest });
        for (const [index, wish] of wishes.entries()) {
          const { wanted } = machine.getState();
          // Half of them to the neighbour, as most people go.
          const next = wish % 2 === 0 ? wanted + (wish % 4 === 0 ? 1 : -1) : wish % (newest + 1);
          machine.go(Math.max(0, Math.min(newest, next)));
          if (index % 3 === 0) await showing(machine, machine.getState().wanted);
        }
        const { wanted } = machine.getState();
        expect(await showing(machine, wanted)).toEqual(await boardAt(wanted));
      }),
      { numRuns: 15 },
    );
  });

  it('to a neighbour asks for nothing, and keeps what the change did not touch', async () => {
    await commit({ type: 'card.move', cardId: 'card-1', columnId: 'col-done' });
    await rename('Two');
    const { source, calls } = sourceOf(ann);
    const machine = createTimeMachine({ source, seq: 3, newest: 3 });
    await showing(machine, 3);
    await expect.poll(() => machine.changeAt(1)).toBeDefined();
    const before = machine.getState().shown;
    calls.length = 0;
    machine.go(2);
    machine.go(1);
    const { shown, change } = machine.getState();
    expect(shown?.seq).toBe(1);
    expect(change?.seq).toBe(1);
    expect(shown?.cardsIn('col-review')).toBe(before?.cardsIn('col-review'));
    expect(shown?.cardsIn('col-done')).not.toBe(before?.cardsIn('col-done'));
    expect(calls).toEqual([]);
  });

  it('far away asks for one board at a time, and the last wish is the one that counts', async () => {
    for (let index = 2; index <= 300; index++) await rename(`Title ${index}`);
    const { source, calls, wire } = sourceOf(ann);
    const machine = createTimeMachine({ source, seq: 300, newest: 300 });
    await showing(machine, 300);
    calls.length = 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    wire.gate = promise;
    for (const seq of [120, 80, 40, 7]) machine.go(seq);
    await new Promise((later) => setTimeout(later, 10));
    expect(calls.filter((call) => call.startsWith('at'))).toEqual(['at 120']);
    resolve();
    expect(await showing(machine, 7)).toMatchObject({ title: 'Title 7' });
    expect(calls.filter((call) => call.startsWith('at')).length).toBeLessThanOrEqual(2);
  });

  it('step by step through a long past fetches ahead, and asks for no board', async () => {
    for (let index = 2; index <= 450; index++) await rename(`Title ${index}`);
    const { source, calls } = sourceOf(ann);
    const machine = createTimeMachine({ source, seq: 450, newest: 450 });
    await showing(machine, 450);
    for (let seq = 449; seq >= 2; seq -= 1) {
      machine.go(seq);
      if (seq % 10 === 0) await new Promise((later) => setTimeout(later, 2));
      await showing(machine, seq);
    }
    expect(machine.getState().shown?.title).toBe('Title 2');
    expect(calls.filter((call) => call.startsWith('at'))).toEqual(['at 450']);
    expect(calls.length).toBeLessThan(10);
  });
});

describe('a past that cannot be had', () => {
  it('says so, goes on with what is loaded, and comes when the way is open again', async () => {
    for (let index = 2; index <= 400; index++) await rename(`Title ${index}`);
    const { source, wire } = sourceOf(ann);
    const machine = createTimeMachine({ source, seq: 400, newest: 400 });
    await showing(machine, 400);
    await expect.poll(() => machine.changeAt(345)).toBeDefined();
    wire.cut = true;
    machine.go(5);
    await expect.poll(() => machine.getState().problem).toBeInstanceOf(TypeError);
    expect(machine.getState().shown?.seq).toBe(400);
    machine.go(399);
    expect(machine.getState()).toMatchObject({ problem: null, shown: { seq: 399 } });
    machine.go(5);
    await expect.poll(() => machine.getState().problem).not.toBeNull();
    wire.cut = false;
    machine.retry();
    expect(await showing(machine, 5)).toMatchObject({ title: 'Title 5' });
  });

  it('is one that is yet to come', async () => {
    const machine = createTimeMachine({ source: sourceOf(ann).source, seq: 90, newest: 1 });
    await expect.poll(() => String(machine.getState().problem)).toContain('This board has no change 90 yet');
    machine.go(1);
    await showing(machine, 1);
  });
});

describe('a board that goes on meanwhile', () => {
  it('is followed at its end', async () => {
    const machine = createTimeMachine({ source: sourceOf(ann).source, seq: 1, newest: 1 });
    await showing(machine, 1);
    await rename('Later');
    machine.grow(2);
    expect(machine.getState()).toMatchObject({ newest: 2, wanted: 1 });
    machine.go(2);
    expect(await showing(machine, 2)).toMatchObject({ title: 'Later' });
  });

  it('takes away what was deleted for ever, also from what was loaded before', async () => {
    const { boardId, caller } = ann;
    await commit({ type: 'card.edit', cardId: 'card-1', title: 'A secret' });
    await commit({ type: 'card.archive', cardId: 'card-1' });
    const machine = createTimeMachine({ source: sourceOf(ann).source, seq: 2, newest: 3 });
    expect(JSON.stringify(await showing(machine, 2))).toContain('A secret');
    await caller.boards.purge({ boardId, entity: 'card', id: 'card-1', changeId: 'purge' });
    machine.grow(4);
    await expect.poll(async () => JSON.stringify(await showing(machine, 2))).not.toContain('A secret');
    for (const seq of [1, 2, 3, 4]) {
      machine.go(seq);
      expect(contentOf(createBoard(await showing(machine, seq)))).toEqual(contentOf(createBoard(await boardAt(seq))));
    }
  });
});
