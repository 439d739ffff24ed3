// How long one step of time travel takes on boards of 10,000 changes: each board that was, asked for by number, at random.
import { performance } from 'node:perf_hooks';
import type { Operation } from '@talkan/board/operations';
import { testApp } from '@talkan/api/testing';

const CHANGES = 10_000;
const STEPS = 200;
const print = (line: string) => process.stdout.write(`${line}\n`);

function changeOf(cards: number, index: number): Operation {
  const cardId = `k${(index * 7919) % cards}`;
  if (index % 5 === 0)
    return { type: 'card.edit', cardId, details: `Details ${index} ${'of some length '.repeat(20)}` };
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
  const times: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    const begin = performance.now();
    await caller.boards.at({ boardId, seq: 2 + ((step * 7919) % (CHANGES - 2)) });
    times.push(performance.now() - begin);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const figure = (share: number) => (sorted[Math.floor((STEPS - 1) * share)] ?? Number.NaN).toFixed(1).padEnd(10);
  print(`${String(cards).padEnd(8)}${figure(0.5)}${figure(0.95)}${figure(1)}`);
  await app.close();
}

print('cards   median ms p95 ms    longest ms');
for (const cards of [100, 1_000, 5_000]) await measure(cards);
