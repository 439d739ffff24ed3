import { createBoard } from '../../board.js';
import type { Id, PlainCard } from '../../model.js';
import { readCalendarDay } from '../calendar-words.js';
import type { CommandContext } from '../command.js';
import { MORE_INTENTS } from '../intents-more.js';

const MADE_AT = '2026-11-01T09:00:00.000Z';
/** A Wednesday. */
const NOW = '2026-11-25T10:00:00.000Z';

/** Column titles with their cards' titles; “Done” counts as done. Cards are numbered from 1 on, `c1` and so on; `ana` is who speaks. */
export function contextOf(
  layout: Readonly<Record<string, readonly string[]>>,
  more: Partial<CommandContext> = {},
): CommandContext {
  const titles = Object.keys(layout);
  const columns = titles.map((title, index) => ({ id: idOf(title), title, rank: `a${index}`, done: title === 'Done' }));
  const cards: PlainCard[] = Object.entries(layout)
    .flatMap(([column, names]) => names.map((title, index) => ({ title, columnId: idOf(column), rank: `a${index}` })))
    .map((card, index) => ({ ...card, id: `c${index + 1}`, number: index + 1, createdAt: MADE_AT, createdBy: 'ana' }));
  const labels = ['Bug', 'Design'].map((name, index) => {
    return { id: name.toLowerCase(), name, hue: index * 90, archivedAt: null, mergedInto: null };
  });
  let made = 0;
  return {
    board: createBoard({
      id: 'b',
      key: 'TK',
      title: 'Board',
      seq: 1,
      lastNumber: cards.length,
      columns,
      cards,
      labels,
    }),
    actorId: 'ana',
    role: 'owner',
    people: [
      { id: 'ana', name: 'ana' },
      { id: 'ben', name: 'Ben Stone' },
    ],
    now: NOW,
    timeZone: 'Europe/Berlin',
    dateOrder: 'dmy',
    readCalendarDay,
    more: MORE_INTENTS,
    newId: () => `new-${(made += 1)}`,
    archive: { cards: [], columns: [] },
    log: [],
    talk: { cardIds: [], asked: null },
    ...more,
  };
}

function idOf(title: string): Id {
  return title.toLowerCase().replaceAll(/[^a-z]+/gu, '-');
}
