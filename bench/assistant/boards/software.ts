import type { CardSpec, Script, ScriptedChange } from '../script.ts';
import { cardId, columnId, layOut } from '../script.ts';

const cards: readonly CardSpec[] = [
  { in: 'Backlog', title: 'Login page', labels: ['feature'], priority: 'high', details: 'With the new logo.' }, // 1
  { in: 'Backlog', title: 'Login API', labels: ['feature'] }, // 2
  { in: 'Backlog', title: 'Dark mode', labels: ['feature', 'design'], priority: 'low' }, // 3
  { in: 'Backlog', title: 'Export to CSV', labels: ['feature'], estimate: 5 }, // 4
  { in: 'Backlog', title: 'Write onboarding guide', labels: ['docs'], priority: 'low', who: ['ana'] }, // 5
  { in: 'Backlog', title: 'Upgrade to Node 24', estimate: 3 }, // 6
  { in: 'To Do', title: 'Fix login bug', labels: ['bug'], priority: 'urgent', due: '2026-06-02', who: ['ana'] }, // 7
  {
    in: 'To Do',
    title: 'Password reset email',
    labels: ['feature'],
    priority: 'medium',
    due: '2026-06-05',
    who: ['ben'],
  }, // 8
  {
    in: 'To Do',
    title: 'Crash when uploading large files',
    labels: ['bug'],
    priority: 'high',
    due: '2026-06-12',
    who: ['ben'],
  }, // 9
  { in: 'To Do', title: 'Rate limiting', labels: ['security'], who: ['priya'] }, // 10
  {
    in: 'In Progress',
    title: 'Search results page',
    labels: ['feature'],
    priority: 'medium',
    who: ['ana'],
    list: {
      title: 'Steps',
      items: [
        ['Wireframe', true],
        ['Index the cards', false],
        ['Write tests', false],
      ],
    },
  }, // 11
  {
    in: 'In Progress',
    title: 'Memory leak in worker',
    labels: ['bug'],
    priority: 'urgent',
    due: '2026-06-01',
    who: ['priya'],
  }, // 12
  { in: 'In Progress', title: 'Invoice PDF', labels: ['feature'], estimate: 8, who: ['ana', 'ben'] }, // 13
  { in: 'In Progress', title: 'Accessibility audit', labels: ['design'], due: '2026-06-03', who: ['priya'] }, // 14
  { in: 'To Do', title: 'Fix typo on pricing page', labels: ['bug'], priority: 'low', who: ['sam'] }, // 15
  { in: 'Review', title: 'Session timeout', labels: ['security'], who: ['ben'] }, // 16
  { in: 'Done', title: 'Set up CI' }, // 17
  { in: 'Review', title: 'Landing page', labels: ['feature', 'design'], who: ['ana'] }, // 18
  { in: 'Review', title: 'Fix broken footer link', labels: ['bug'], who: ['ben'], due: '2026-05-29' }, // 19
  { in: 'Backlog', title: 'Old analytics script' }, // 20
  { in: 'To Do', title: 'Beta banner', labels: ['design'] }, // 21
];

const laidOut = layOut({
  columns: [
    { title: 'Icebox' },
    { title: 'Backlog' },
    { title: 'To Do' },
    { title: 'In Progress' },
    { title: 'Review' },
    { title: 'Done', done: true },
  ],
  labels: ['bug', 'feature', 'docs', 'security', 'design'],
  cards,
});

const changes: readonly ScriptedChange[] = [
  { at: '2026-05-18T09:00:00.000Z', by: 'sam', does: laidOut },
  {
    at: '2026-05-19T09:00:00.000Z',
    by: 'sam',
    does: [
      { type: 'card.link', cardId: cardId(10), kind: 'blocks', otherId: cardId(16) },
      { type: 'comment.create', cardId: cardId(8), commentId: 'comment-1', text: 'The texts are ready.' },
    ],
  },
  { at: '2026-05-20T09:00:00.000Z', by: 'sam', does: [{ type: 'card.archive', cardId: cardId(20) }] },
  { at: '2026-05-20T09:05:00.000Z', by: 'sam', does: [{ type: 'card.archive', cardId: cardId(21) }] },
  { at: '2026-05-20T09:10:00.000Z', by: 'sam', does: [{ type: 'column.archive', columnId: columnId('Icebox') }] },
  {
    at: '2026-06-01T14:00:00.000Z',
    by: 'ana',
    does: [{ type: 'card.move', cardId: cardId(18), columnId: columnId('Done') }],
  },
  {
    at: '2026-06-02T16:00:00.000Z',
    by: 'ben',
    does: [{ type: 'card.move', cardId: cardId(19), columnId: columnId('Done') }],
  },
  {
    at: '2026-06-03T08:10:00.000Z',
    by: 'ana',
    does: [{ type: 'card.move', cardId: cardId(14), columnId: columnId('Review'), before: cardId(16) }],
  },
  {
    at: '2026-06-03T08:45:00.000Z',
    by: 'sam',
    does: [{ type: 'card.move', cardId: cardId(15), columnId: columnId('Review'), before: cardId(16) }],
  },
];

/**
 * A software team, on a Wednesday. Backlog: TK-1 to TK-6; To Do: TK-7 to TK-10; In Progress: TK-11 to TK-13; Review: TK-14, TK-15, TK-16;
 * Done: TK-17, TK-18, TK-19; archived: TK-20, TK-21 and the column Icebox.
 */
export const software: Script = {
  key: 'TK',
  title: 'Web shop',
  me: 'sam',
  role: 'owner',
  people: [
    { id: 'sam', name: 'Sam Reed' },
    { id: 'ana', name: 'Ana Silva' },
    { id: 'ben', name: 'Ben Okafor' },
    { id: 'priya', name: 'Priya Nair' },
  ],
  timeZone: 'Europe/London',
  dateOrder: 'dmy',
  now: '2026-06-03T09:30:00.000Z',
  changes,
};
