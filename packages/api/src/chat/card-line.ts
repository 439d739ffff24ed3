import { wallTimeAt } from '@talkan/board/command/calendar';
import { isWholeDay } from '@talkan/board/dates';
import { isOverdue, type FilterClock } from '@talkan/board/filter';
import type { Card, CardDate, Time } from '@talkan/board/model';
import { quote, quoteName } from './data-block.js';
import type { Names, NamedThings } from './short-ids.js';

/** What lines about a board are written with. */
export interface LineWriter {
  /** `k3 RM-4 "Title" @ana #bug due 2026-12-01 (overdue)`: what a card is, in a few words. */
  card(card: Card, most?: number): string;
  /** A card by short id, number and title alone. */
  name(card: Card, most?: number): string;
  person(userId: string): string;
  /** A day as it is; a moment as the clocks of the person in the chat show it. */
  date(date: CardDate): string;
  readonly clock: FilterClock;
}

interface Written extends NamedThings {
  readonly context: { readonly actorId: string; readonly now: Time };
  readonly timeZone: string;
}

const LONGEST_TITLE = 500;

export function createLineWriter(base: Written, names: Names): LineWriter {
  const { board, people, context, timeZone } = base;
  const clock: FilterClock = { now: context.now, dayOf: (moment) => wallTimeAt(Date.parse(moment), timeZone).day };
  const nameOf = new Map(people.map(({ id, name }) => [id, quoteName(name)]));
  const person = (userId: string) => nameOf.get(userId) ?? 'somebody';

  function date(at: CardDate): string {
    if (isWholeDay(at)) return at;
    const { day, minutes } = wallTimeAt(Date.parse(at), timeZone);
    const two = (figure: number) => String(Math.floor(figure)).padStart(2, '0');
    return `${day} ${two(minutes / 60)}:${two(minutes % 60)}`;
  }

  function name(card: Card, most = LONGEST_TITLE): string {
    const short = names.short('card', card.id);
    return `${short === null ? '' : `${short} `}${board.key}-${card.number} ${quote(card.title, most)}`;
  }

  return {
    name,
    person,
    date,
    clock,
    card(card, most) {
      const isDone = board.column(card.columnId)?.done === true;
      const late = card.dueAt !== null && !isDone && isOverdue(card.dueAt, clock) ? ' (overdue)' : '';
      return [
        name(card, most),
        ...card.assigneeIds.map((id) => `@${person(id)}`),
        ...board.labelsOf(card).map((label) => `#${quoteName(label.name)}`),
        ...(card.priority === null ? [] : [card.priority]),
        ...(card.dueAt === null ? [] : [`due ${date(card.dueAt)}${late}`]),
      ].join(' ');
    },
  };
}
