import type { Page } from '@playwright/test';
import type { Operation } from '@talkan/board/operations';
import type { Person } from '@talkan/api/testing';
import { boardOn } from '../support/board.js';
import { expect } from '../support/fixtures.js';
import { commitAs } from '../support/talk.js';
import type { Studio } from './studio.js';

const COLUMNS: readonly Operation[] = [
  // Else it follows from the board's id.
  { type: 'board.edit', hue: 220 },
  { type: 'column.create', columnId: 'backlog', title: 'Backlog' },
  { type: 'column.create', columnId: 'next', title: 'Up next' },
  { type: 'column.create', columnId: 'doing', title: 'In progress' },
  { type: 'column.create', columnId: 'review', title: 'Review' },
  { type: 'column.create', columnId: 'done', title: 'Done' },
  { type: 'column.edit', columnId: 'doing', limit: 2 },
  { type: 'column.edit', columnId: 'review', limit: 3, hue: 300 },
  { type: 'column.edit', columnId: 'done', done: true, hue: 140 },
];

const LABELS: readonly Operation[] = [
  { type: 'label.create', labelId: 'bug', name: 'Bug', hue: 28 },
  { type: 'label.create', labelId: 'design', name: 'Design', hue: 300 },
  { type: 'label.create', labelId: 'api', name: 'API', hue: 225 },
  { type: 'label.create', labelId: 'docs', name: 'Docs', hue: 140 },
];

const TITLES = {
  backlog: [
    'Timetable for the winter season',
    'Ask three harbours for their berth plans',
    'Fares for bicycles and dogs',
    'Import of old bookings',
    'Say what a cancelled ferry means for a connection',
  ],
  next: ['Seat map flickers while it scrolls', 'Tickets in the wallet', 'Quieter notices at night'],
  doing: [
    'Checkout: one page instead of four',
    'Refunds come twice when a payment is retried',
    'Live position of every ferry on the map, with the delay at the next harbour',
  ],
  review: ['Captain’s log as a file', 'Contrast of the departure board'],
  done: ['Sign in with a link', 'Harbour pages load in a second', 'Prices with and without tax'],
} as const;

const CARDS = Object.entries(TITLES).flatMap(([columnId, titles]) =>
  titles.map((title, index): Operation => ({
    type: 'card.create',
    cardId: `${columnId}-${index + 1}`,
    columnId,
    title,
  })),
);

const DETAILS = `Today the way to a ticket has **four pages**, and one in five people leaves on the third.

## What it needs

- Address and payment on one page, the fare beside them
- [x] Prices from the API
- [ ] Errors beside the field that they are about

> “I thought I had paid already.” — from the interviews in February

See FA-7, and ask \`POST /bookings\` with a draft first.`;

/** Who is on this board. */
export interface Crew {
  readonly ana: Person;
  readonly ben: Person;
  readonly chloe: Person;
}

/** A board in the middle of its life: three people, and a card with everything that a card can have. */
export async function releaseBoard(studio: Studio): Promise<Crew> {
  studio.ago(60 * 24 * 5);
  const operations = [...COLUMNS, ...LABELS, ...CARDS];
  const ana = await studio.board(await studio.person('ana'), { key: 'FA', title: 'Ferry app 3.0', operations });
  const ben = await studio.join(ana, await studio.person('ben'));
  const chloe = await studio.join(ana, await studio.person('chloe'), 'viewer');
  const crew = { ana, ben, chloe };
  studio.ago(60 * 26);
  await commitAs(ana, ...fields(crew));
  await describe(studio, crew);
  studio.ago(0);
  return crew;
}

function fields({ ana, ben, chloe }: Crew): readonly Operation[] {
  return [
    { type: 'card.label', cardId: 'backlog-4', add: ['api'] },
    { type: 'card.label', cardId: 'next-1', add: ['bug'] },
    { type: 'card.label', cardId: 'doing-1', add: ['design', 'api'] },
    { type: 'card.label', cardId: 'doing-2', add: ['bug'] },
    { type: 'card.label', cardId: 'review-1', add: ['docs'] },
    { type: 'card.label', cardId: 'review-2', add: ['design'] },
    { type: 'card.assign', cardId: 'doing-1', add: [ana.id, ben.id] },
    { type: 'card.assign', cardId: 'doing-2', add: [ben.id] },
    { type: 'card.assign', cardId: 'next-1', add: [ana.id] },
    { type: 'card.assign', cardId: 'review-2', add: [ana.id, ben.id, chloe.id] },
    { type: 'card.schedule', cardId: 'doing-2', dueAt: '2026-03-09' },
    { type: 'card.schedule', cardId: 'doing-1', startAt: '2026-03-02', dueAt: '2026-03-12' },
    { type: 'card.schedule', cardId: 'next-1', dueAt: '2026-03-11' },
    { type: 'card.schedule', cardId: 'backlog-1', dueAt: '2026-04-20' },
    { type: 'card.schedule', cardId: 'done-1', dueAt: '2026-03-06' },
    { type: 'card.prioritize', cardId: 'doing-2', priority: 'urgent' },
    { type: 'card.prioritize', cardId: 'doing-1', priority: 'high' },
    { type: 'card.prioritize', cardId: 'backlog-3', priority: 'low' },
    { type: 'card.estimate', cardId: 'doing-1', estimate: 5 },
    { type: 'card.estimate', cardId: 'next-2', estimate: 2.5 },
  ];
}

/** The card that has it all. */
async function describe(studio: Studio, { ana, ben }: Crew): Promise<void> {
  const cardId = 'doing-1';
  const items = [
    'Draft with the designers',
    'Fields and their errors',
    'Payment that can be retried',
    'Try it with five people',
  ];
  await commitAs(
    ana,
    { type: 'card.edit', cardId, details: DETAILS },
    { type: 'checklist.create', cardId, checklistId: 'steps', title: 'Steps' },
    ...items.map((text, index): Operation => {
      return { type: 'item.create', cardId, checklistId: 'steps', itemId: `step-${index}`, text };
    }),
    { type: 'item.edit', cardId, itemId: 'step-0', done: true },
    { type: 'item.edit', cardId, itemId: 'step-1', done: true },
    { type: 'item.edit', cardId, itemId: 'step-2', assigneeId: ben.id },
    { type: 'card.link', cardId, kind: 'blocks', otherId: 'next-2' },
    { type: 'card.link', cardId, kind: 'relates', otherId: 'doing-2' },
  );
  studio.ago(60 * 3 + 5);
  await commitAs(ben, {
    type: 'comment.create',
    cardId,
    commentId: 'first',
    text: 'The draft is clear. @ana, shall the fare stay in sight while one scrolls?',
  });
  studio.ago(35);
  await commitAs(ana, {
    type: 'comment.create',
    cardId,
    commentId: 'second',
    text: 'Yes: on a phone **at the foot**, else beside the form.',
  });
}

/** Waits until all is there that comes after the first paint of the board, as `ana` sees it. */
export async function expectBoardDrawn(page: Page): Promise<void> {
  await expect(boardOn(page).card('Timetable for the winter season')).toContainText('20 Apr');
  for (const name of ['Notices, 1 not read', 'Account', 'Filter', 'Board menu']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  }
}
