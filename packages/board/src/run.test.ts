import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from './change.js';
import { contentOf } from './diff.js';
import type { Operation } from './operations.js';
import { isRefusal, type Refusal } from './refusal.js';
import { foldRun, growRun } from './run.js';
import { boardOf } from './testing/boards.js';
import { LogServer, type Signed } from './testing/server.js';

const MINUTE = 60_000;
const START = Date.parse('2026-01-01T00:00:00.000Z');

/** Somebody does something some minutes later. */
interface Deed {
  readonly who: string;
  readonly minutes: number;
  readonly origin: 'web' | 'rest' | 'assistant';
  readonly what: Operation | 'undo';
}

const edit = (cardId: string, fields: { title?: string; details?: string }): Operation => {
  return { type: 'card.edit', cardId, ...fields };
};
const text = fc.constantFrom('one', 'two', 'three');
const cardId = fc.constantFrom('a', 'a', 'a', 'b');
const what = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(cardId, text).map(([id, details]) => edit(id, { details })) },
  { weight: 2, arbitrary: fc.tuple(cardId, text).map(([id, title]) => edit(id, { title })) },
  { weight: 1, arbitrary: fc.tuple(cardId, text).map(([id, title]) => edit(id, { title, details: title })) },
  { weight: 1, arbitrary: cardId.map((id): Operation => ({ type: 'card.move', cardId: id, columnId: 'done' })) },
  { weight: 1, arbitrary: fc.constant('undo' as const) },
);
const deed: fc.Arbitrary<Deed> = fc.record({
  who: fc.constantFrom('ann', 'ann', 'ann', 'bob'),
  minutes: fc.constantFrom(0, 1, 4, 4, 5, 6),
  origin: fc.constantFrom('web', 'web', 'web', 'web', 'rest', 'assistant'),
  what,
});
const deeds = fc.array(deed, { minLength: 1, maxLength: 40, size: 'max' });

function made(answer: Change | Refusal): Change {
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

/** The log of what of this was possible. */
function serverOf(story: readonly Deed[]): LogServer {
  const server = new LogServer(boardOf({ todo: ['a', 'b'], done: [] }));
  let at = START;
  for (const [index, { who, minutes, origin, what }] of story.entries()) {
    at += minutes * MINUTE;
    const signed: Signed = { actorId: who, origin, at: new Date(at).toISOString() };
    const last = server.log.at(-1);
    if (what !== 'undo') server.commit(`${index}`, [what], signed);
    else if (last) server.undoChange(`${index}`, last, { ...signed, undoes: last.seq });
  }
  return server;
}

/** The run that ends with the change at `end`. */
function runTo(log: readonly Change[], end: number): readonly Change[] {
  let run = log.slice(end, end + 1);
  for (const earlier of log.slice(0, end).toReversed()) {
    const grown = growRun(run, earlier);
    if (grown === null) break;
    run = [...grown];
  }
  return run;
}

const fieldsOf = ({ operations: [operation] }: Change) => Object.keys(operation ?? {}).join();
const touched = ({ patches }: Change, id: string) =>
  patches.flatMap((patch) => (patch.id === id && patch.before && patch.after ? Object.keys(patch.after) : []));

/** The definition of a run, said of two that follow each other in it. */
function belong(log: readonly Change[], one: Change, next: Change): boolean {
  const [a, b] = [one.operations[0], next.operations[0]];
  if (a?.type !== 'card.edit' || b?.type !== 'card.edit') return false;
  const between = log.slice(one.seq, next.seq - 1);
  const fields = ['title', 'details'].filter((field) => field in b);
  return (
    [one, next].every((change) => change.undoes === undefined && change.origin !== 'assistant') &&
    one.actorId === next.actorId &&
    one.origin === next.origin &&
    a.cardId === b.cardId &&
    fieldsOf(one) === fieldsOf(next) &&
    Date.parse(next.at) - Date.parse(one.at) <= 5 * MINUTE &&
    between.every((change) => change.actorId !== one.actorId) &&
    between.every((change) => !touched(change, a.cardId).some((field) => fields.includes(field)))
  );
}

describe('a run of edits', () => {
  it('is all that belongs together up to a change, and nothing else', () => {
    let longest = 0;
    fc.assert(
      fc.property(deeds, (story) => {
        const { log } = serverOf(story);
        for (const [end, last] of log.entries()) {
          const run = runTo(log, end);
          longest = Math.max(longest, run.length);
          const expected = [last];
          for (const earlier of log.slice(0, end).toReversed()) {
            const [first = last] = expected;
            if (!belong(log, earlier, first)) continue;
            if (Date.parse(last.at) - Date.parse(earlier.at) > 60 * MINUTE) break;
            expected.unshift(earlier);
          }
          expect(run).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
    expect(longest).toBeGreaterThan(3);
  });

  it('is the same where what others did to other cards is left out', () => {
    fc.assert(
      fc.property(deeds, (story) => {
        const { log } = serverOf(story);
        for (const [end, last] of log.entries()) {
          const isNear = (change: Change) =>
            change.actorId === last.actorId || change.patches.some(({ id }) => id === subjectOf(last));
          const near = log.filter(isNear);
          expect(runTo(near, near.indexOf(last))).toEqual(runTo(log, end));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is undone as a whole, and that undo undone, with all that others did around it left alone', () => {
    fc.assert(
      fc.property(deeds, (story) => {
        const server = serverOf(story);
        const { log } = server;
        const run = runTo(log, log.length - 1);
        const [first] = run;
        if (!first || run.length < 2) return;
        const after = contentOf(server.board);
        const without = serverWithout(server, run);
        const undo = made(server.undoChange('undo', foldRun(run)));
        expect(contentOf(server.board)).toEqual(without);
        made(server.undoChange('redo', undo));
        expect(contentOf(server.board)).toEqual(after);
      }),
      { numRuns: 300 },
    );
  });

  it('is an hour long at most, and 500 changes', () => {
    const every = (minutes: number, count: number) =>
      serverOf(
        Array.from({ length: count }, (_, index): Deed => {
          return { who: 'ann', minutes, origin: 'web', what: edit('a', { details: `${index}` }) };
        }),
      ).log;
    expect(runTo(every(5, 30), 29)).toHaveLength(13);
    expect(runTo(every(0, 600), 599)).toHaveLength(500);
  });

  it('is broken where some of it is undone and the rest is not', () => {
    const { log } = serverOf(
      ['one', 'two', 'three'].map((details) => ({
        who: 'ann',
        minutes: 1,
        origin: 'web',
        what: edit('a', { details }),
      })),
    );
    const seqsTo = (end: number, undone: Record<number, number>) =>
      runTo(
        log.map((change) => ({ ...change, undoneBy: undone[change.seq] })),
        end,
      ).map(({ seq }) => seq);
    expect(seqsTo(2, {})).toEqual([1, 2, 3]);
    expect(seqsTo(2, { 1: 4 })).toEqual([2, 3]);
    expect(seqsTo(2, { 1: 4, 2: 4, 3: 4 })).toEqual([1, 2, 3]);
    expect(seqsTo(1, { 3: 4 })).toEqual([1, 2]);
    expect(seqsTo(2, { 3: 4 })).toEqual([3]);
  });
});

function subjectOf({ operations: [operation] }: Change): string {
  return operation && 'cardId' in operation ? operation.cardId : '';
}

/** What the board shows with the fields of this run as they were before it. */
function serverWithout({ board }: LogServer, run: readonly Change[]): unknown {
  const texts = new Map<string, string | undefined>();
  for (const { patches } of run.toReversed()) {
    for (const { before } of patches) {
      if (before && 'title' in before) texts.set('title', before.title);
      if (before && 'details' in before) texts.set('details', before.details);
    }
  }
  const id = run[0] && subjectOf(run[0]);
  const { columns } = contentOf(board);
  return {
    columns: columns.map((column) => ({
      ...column,
      cards: column.cards.map((card) => (card.id === id ? { ...card, ...Object.fromEntries(texts) } : card)),
    })),
  };
}
