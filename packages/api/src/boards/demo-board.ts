import type { Operation } from '@talkan/board/operations';

const COLUMNS = [
  { id: 'col-backlog', title: 'Backlog' },
  { id: 'col-discovery', title: 'Discovery' },
  { id: 'col-progress', title: 'In Progress' },
  { id: 'col-review', title: 'Review' },
  { id: 'col-done', title: 'Done' },
];

/** What is written on a card tells of what one can do with it. */
const CARDS = [
  [
    'col-backlog',
    'Align roadmap themes',
    'Drag this card to Discovery. Without a mouse: Space lifts it, the arrow keys move it, Space drops it.',
  ],
  [
    'col-backlog',
    'Gather customer signals',
    'Click it and type: every word is saved as you go, and the whole of it is one step of Undo.',
  ],
  [
    'col-discovery',
    'Prototype analytics view',
    'Tell the assistant “archive what is in Done”: it shows what would change, and waits for your yes.',
  ],
  [
    'col-progress',
    'Refine status language',
    'Details are Markdown: **bold**, lists, - [ ] boxes to tick, links to cards such as RM-5, and @names.',
  ],
  [
    'col-progress',
    'Design card layout',
    'Labels, people, dates, checklists and files belong to the card. Each change to them has its own Undo.',
  ],
  [
    'col-review',
    'QA micro-interactions',
    'Filter shows only the cards that you look for. The address then says so too: send it to somebody.',
  ],
  [
    'col-done',
    'Ship marketing page',
    'History, in the menu beside the title, tells who did what and when. Any of it can be undone.',
  ],
  [
    'col-done',
    'Close onboarding sprint',
    'Nothing is lost here: an archived card waits in the Archive, in the menu beside the title.',
  ],
] as const;

/** The board that a newcomer finds. */
export const DEMO_BOARD = {
  key: 'RM',
  title: 'Product roadmap',
  operations: [
    ...COLUMNS.map(({ id: columnId, title }): Operation => ({ type: 'column.create', columnId, title })),
    ...CARDS.map(([columnId, title, details], index): Operation => ({
      type: 'card.create',
      cardId: `card-${index + 1}`,
      columnId,
      title,
      details,
    })),
  ],
};
