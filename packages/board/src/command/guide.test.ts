import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contextOf } from './testing/context.js';
import { boardAfter } from './testing/said.js';
import { understand } from './understand.js';

const GUIDE = new URL('../../../../docs/commands.md', import.meta.url);

/** What the guide says that can be said. */
const lines = [...readFileSync(GUIDE, 'utf8').matchAll(/^```text\n(.*?)^```$/gmsu)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
);

// The board that it speaks of.
const plain = contextOf(
  {
    Backlog: ['Login page', 'Login API', 'Checkout flow', 'Release notes'],
    'In Progress': ['Search results'],
    Review: ['QA'],
    Done: ['Ship it'],
  },
  {
    log: [
      {
        seq: 2,
        at: '2026-11-25T09:00:00.000Z',
        actorId: 'ben',
        sentence: 'Moved TK-7 “Ship it” from “Review” to “Done”.',
        kinds: ['card.move'],
        cardIds: ['c7'],
        moves: [{ cardId: 'c7', from: 'review', to: 'done' }],
      },
    ],
  },
);
const context = ['label TK-1 and TK-5 bug', 'assign TK-3 and TK-5 to Ben', 'TK-1 is due on Friday'].reduce(
  (before, text) => ({ ...before, board: boardAfter(text, before) }),
  plain,
);

test('the guide has examples of all kinds', () => expect(lines.length).toBeGreaterThan(30));

test.each(lines)('the guide says the truth of: %s', (text) => {
  expect(understand(text, context).kind).not.toMatch(/refused|ask/);
});
