import type { Operation } from '@talkan/board/operations';

const COLUMNS = [
  { id: 'col-backlog', title: 'Backlog' },
  { id: 'col-discovery', title: 'Discovery' },
  { id: 'col-progress', title: 'In Progress' },
  { id: 'col-review', title: 'Review' },
  { id: 'col-done', title: 'Done' },
];

const CARDS = [
  ['col-backlog', 'Align roadmap themes', 'Agree on three themes for the quarter, each with its reason and its owner.'],
  ['col-backlog', 'Gather customer signals', 'Collect support tags, sales notes and churn interviews in one place.'],
  ['col-discovery', 'Prototype analytics view', 'Sketch the first dashboard and the two ways to drill into it.'],
  ['col-progress', 'Refine status language', 'Make the column names and card states read the same everywhere.'],
  ['col-progress', 'Design card layout', 'Find the spacing and hierarchy that stay readable with long titles.'],
  ['col-review', 'QA micro-interactions', 'Check hover, focus and loading states, on a touch screen as well.'],
  ['col-done', 'Ship marketing page', 'The final copy is approved and the images are in place.'],
  ['col-done', 'Close onboarding sprint', 'Write the release notes and tell the team what was learnt.'],
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
