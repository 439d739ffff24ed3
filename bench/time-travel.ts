// On boards of 10,000 changes: how long one step of time travel takes, each board that was asked for by number, at random; and a page
// of 50 of the history, of the last changes and of those before, of one card and of one person.
import { performance } from 'node:perf_hooks';
import type { Operation } from '@talkan/board/operations';
import { testApp } from '@talkan/api/testing';

const CHANGES = 10_000;
const STEPS = 200;
const print = (line: string) => process.stdout.write(`${line}\n`);

function changeOf(cards: number, index: number): Operation {
  // Five edits in a row, as somebody types them, then twenty moves.
  const isEdit = index % 25 < 5;
  const cardId = `k${((isEdit ? index - (index % 25) : index) * 7919) % cards}`;
  if (isEdit) return { type: 'card.edit', cardId, details: `Details ${index} ${'of some length '.repeat(20)}` };
  return {
    type: 'card.move',
    cardId,
    columnId: index % 2 === 0 ? 'col-done' : 'col-review',
    before: `k${index % cards}`,
  };
}

async function measure(cards: number): Promise<void> {
  const app = await testApp();
  const { caller, boardId } = await app.user();
  const all = Array.from({ length: cards }, (_, index): Operation => {
    return { type: 'card.create', cardId: `k${index}`, columnId: 'col-backlog', title: `Card ${index}` };
  });
  await caller.boards.commit({ boardId, changeId: 'start', operations: all });
  for (let index = 2; index < CHANGES; index++) {
    await caller.boards.commit({ boardId, changeId: `c${index}`, operations: [changeOf(cards, index)] });
  }
  const someSeq = (step: number) => 2 + ((step * 7919) % (CHANGES - 2));
  const { id: actorId } = (await caller.auth.me()).user;
  const asked: Record<string, (step: number) => Promise<unknown>> = {
    'a board that was': (step) => caller.boards.at({ boardId, seq: someSeq(step) }),
    'last changes': () => caller.boards.history({ boardId }),
    'earlier ones': (step) => caller.boards.history({ boardId, before: someSeq(step) }),
    'of a card': (step) => caller.boards.history({ boardId, cardId: `k${step % cards}` }),
    'of a person': (step) => caller.boards.history({ boardId, actorId, before: someSeq(step) }),
  };
  for (const [what, ask] of Object.entries(asked)) {
    const sorted = (await time(ask)).toSorted((a, b) => a - b);
    const figure = (share: number) => (sorted[Math.floor((STEPS - 1) * share)] ?? Number.NaN).toFixed(1).padEnd(10);
    print(`${String(cards).padEnd(8)}${what.padEnd(20)}${figure(0.5)}${figure(0.95)}${figure(1)}`);
  }
  await app.close();
}

async function time(ask: (step: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    const begin = performance.now();
    await ask(step);
    times.push(performance.now() - begin);
  }
  return times;
}

print('cards   what                median ms p95 ms    longest ms');
for (const cards of [100, 1_000, 5_000]) await measure(cards);
