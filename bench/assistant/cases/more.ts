import {
  asksOrRefuses,
  casesOf,
  change,
  changeInAnyOrder,
  either,
  finds,
  refuses,
  saysButNot,
  type Case,
} from '../expect.ts';
import {
  archive,
  assign,
  create,
  due,
  editColumn,
  estimate,
  label,
  move,
  moveAll,
  prioritize,
  rename,
  set,
  unassign,
} from '../steps.ts';
import type { Step } from '../steps.ts';

const renameLabel = (from: string, to: string): Step => {
  return ({ labels, columns, archivedCards }) => {
    for (const one of labels) if (one.name === from) one.name = to;
    labels.sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1));
    for (const card of [...columns.flatMap(({ cards }) => cards), ...archivedCards]) {
      card.labels = card.labels.map((name) => (name === from ? to : name)).toSorted();
    }
  };
};

/** What came to mind when the others had been written. */
export const more: readonly Case[] = [
  ...casesOf('single', 'software', [
    ['clear the description of TK-1', change(set('TK-1', { details: '' }))],
    ['mark the column Review as done', either(change(editColumn('Review', { done: true })), asksOrRefuses())],
    ['swap TK-1 and TK-2', either(change(move('TK-2', 'Backlog', 'top')), asksOrRefuses())],
    ['move TK-2 up', either(change(move('TK-2', 'Backlog', 'top')), asksOrRefuses())],
    ['move the third card of the Backlog to Review', change(move('TK-3', 'Review'))],
    ['put TK-8 first', either(change(move('TK-8', 'To Do', 'top')), asksOrRefuses())],
    ['Dark mode needs to be in Review', either(change(move('TK-3', 'Review')), refuses)],
    ['let’s move dark mode into review', change(move('TK-3', 'Review'))],
    ['Would you kindly move TK-3 to “In Progress”?', change(move('TK-3', 'In Progress'))],
    ['go ahead and archive TK-3, thanks', change(archive('TK-3'))],
    ['hey, please move tk-3 to done, thank you!', change(move('TK-3', 'Done'))],
    // A card of the same content, as by its menu.
    [
      'copy TK-3 to Review',
      either(
        change(create('Review', 'Dark mode', { labels: ['design', 'feature'], priority: 'low' })),
        asksOrRefuses(),
      ),
    ],
    ['move TK-7 to Ana’s board', asksOrRefuses()],
    ['invite bob@example.com', refuses],
    ['change my password to hunter2', refuses],
  ]),
  ...casesOf('fields', 'software', [
    ['rename the label docs to documentation', change(renameLabel('docs', 'documentation'))],
    ['TK-1 is 5 points', either(change(estimate('TK-1', 5)), refuses)],
    [
      'reassign TK-7 to Ben',
      either(change(unassign('TK-7', 'Ana Silva'), assign('TK-7', 'Ben Okafor')), asksOrRefuses()),
    ],
    ['assign TK-1 to myself', change(assign('TK-1', 'Sam Reed'))],
    ['TK-2: high priority', either(change(prioritize('TK-2', 'high')), refuses)],
    ['set priority to urgent on “Rate limiting”', change(prioritize('TK-10', 'urgent'))],
    ['make “Rate limiting” a bug', either(change(label('TK-10', 'bug')), asksOrRefuses())],
    ['estimate TK-1 at minus 3', asksOrRefuses()],
    ['estimate TK-1 at a lot', asksOrRefuses()],
  ]),
  ...casesOf('bulk', 'software', [
    ['sort To Do by priority', either(change(moveAll(['TK-7', 'TK-9', 'TK-8', 'TK-10'], 'To Do')), asksOrRefuses())],
    ['label TK-1, TK-2 & TK-4 as docs', change(label('TK-1', 'docs'), label('TK-2', 'docs'), label('TK-4', 'docs'))],
    ['assign all security cards to me', change(assign('TK-10', 'Sam Reed'), assign('TK-16', 'Sam Reed'))],
    [
      'create three cards: Alpha, Beta and Gamma',
      change(create('Backlog', 'Alpha'), create('Backlog', 'Beta'), create('Backlog', 'Gamma')),
    ],
    [
      'move all of Ana’s features to Review',
      either(
        changeInAnyOrder(['TK-11', 'TK-13', 'TK-18'], moveAll(['TK-11', 'TK-13', 'TK-18'], 'Review')),
        asksOrRefuses(),
      ),
    ],
    [
      'move everything in To Do that is due this week to Review',
      either(change(move('TK-8', 'Review')), change(moveAll(['TK-7', 'TK-8'], 'Review')), asksOrRefuses()),
    ],
  ]),
  ...casesOf('dates', 'software', [
    ['pull TK-8 forward by a day', either(change(due('TK-8', '2026-06-04')), asksOrRefuses())],
    ['TK-1 due Fri', change(due('TK-1', '2026-06-05'))],
    ['TK-1 due 12.06.2026', change(due('TK-1', '2026-06-12'))],
    ['set the due date of TK-1 to the 20th', either(change(due('TK-1', '2026-06-20')), asksOrRefuses())],
    ['delay TK-9 until 19 June', change(due('TK-9', '2026-06-19'))],
    ['reschedule TK-8 to next Monday', either(change(due('TK-8', '2026-06-08')), asksOrRefuses())],
    ['TK-1 due at noon on 8 June', change(due('TK-1', '2026-06-08T11:00:00.000Z'))],
    ['TK-1 due tomorrow 25:00', asksOrRefuses()],
  ]),
  ...casesOf('queries', 'software', [
    ['is anybody working on dark mode?', saysButNot(/\b(no|nobody|no one|not|none)\b/i, /^yes/i)],
    [
      'show cards due in the next two weeks',
      either(finds('TK-8', 'TK-9', 'TK-14'), finds('TK-7', 'TK-8', 'TK-9', 'TK-12', 'TK-14')),
    ],
    ['show high priority bugs', finds('TK-9')],
    ['filter by label docs', finds('TK-5')],
    ['show Ben’s bugs', either(finds('TK-9', 'TK-19'), finds('TK-9'))],
  ]),
  ...casesOf('destructive', 'home', [
    ['rename “Call mum” to “Don’t call mum”', change(rename('ME-8', 'Don’t call mum'))],
    ['add "If it rains, stay in" to Today', change(create('Today', 'If it rains, stay in'))],
    ['add “Should we move?” to Someday', change(create('Someday', 'Should we move?'))],
    ['do not do anything today', refuses],
  ]),
];
