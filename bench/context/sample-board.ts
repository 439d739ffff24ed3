import { createBoard } from '@talkan/board/board';
import type { Board } from '@talkan/board/model';
import type { StageBase } from '@talkan/api/chat/staging/stage';

const NOW = '2026-11-24T10:00:00.000Z';
const PEOPLE = ['ana', 'bob', 'chen', 'dee'];
const LABELS = ['bug', 'design', 'backend', 'customer'];
const COLUMNS = ['Backlog', 'Next', 'In Progress', 'Review', 'Done'];
const TITLES = [
  'Fix login on Safari 17',
  'Write the release notes',
  'Show who is typing in a shared document',
  'Invoices: wrong tax rate for customers abroad',
  'Ask legal about the new privacy page',
  'Speed up the search on large boards',
  'Translate the onboarding mails',
  'Retry failed webhooks with a growing delay',
];
const DETAILS =
  'Reported by two customers last week. It happens after the session has ended, and only where cookies of third parties are blocked.\n\n- find out since when\n- add a test';

/** A board as teams have them: every third card has a label, every second somebody, every fourth a date, and all have details. */
function boardOf(cards: number): Board {
  return createBoard({
    id: 'board',
    key: 'RM',
    title: 'Roadmap',
    seq: 1,
    lastNumber: cards,
    labels: LABELS.map((name, index) => ({ id: name, name, hue: index * 80, archivedAt: null, mergedInto: null })),
    columns: COLUMNS.map((title, index) => ({ id: title, rank: `a${index}`, title, done: title === 'Done' })),
    cards: Array.from({ length: cards }, (_, index) => ({
      id: `card-${index}`,
      number: index + 1,
      columnId: COLUMNS[index % COLUMNS.length] ?? '',
      rank: `a${String(index).padStart(6, '0')}`,
      title: TITLES[index % TITLES.length] ?? '',
      details: DETAILS,
      labelIds: index % 3 === 0 ? [LABELS[index % LABELS.length] ?? ''] : [],
      assigneeIds: index % 2 === 0 ? [PEOPLE[index % PEOPLE.length] ?? ''] : [],
      dueAt: index % 4 === 0 ? `2026-12-${String((index % 28) + 1).padStart(2, '0')}` : null,
      createdAt: NOW,
      createdBy: 'ana',
    })),
  });
}

/** What a turn about such a board starts from. */
export function sampleBase(cards: number): StageBase {
  return {
    board: boardOf(cards),
    archive: { cards: [], columns: [] },
    people: PEOPLE.map((name) => ({ id: name, name })),
    context: { actorId: 'ana', role: 'editor', now: NOW },
    timeZone: 'Europe/Berlin',
  };
}
