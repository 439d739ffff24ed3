import { wallTimeAt } from '@talkan/board/command/calendar';
import { isWholeDay } from '@talkan/board/dates';
import { itemsOf } from '@talkan/board/decide-checklists';
import { isOverdue, type FilterClock } from '@talkan/board/filter';
import type { Card, CardDate, Id, Time } from '@talkan/board/model';
import { quote, quoteName } from './data-block.js';
import type { Names, NamedThings } from '../staging/short-ids.js';

/** What lines about a board are written with. */
export interface LineWriter {
  /** `k3 RM-4 "Title" @ana #bug due 2026-12-01 (overdue)`: what a card is, in a few words. */
  card(card: Card, most?: number): string;
  /** What else there is to know of it in a few words. */
  rest(card: Card): readonly string[];
  /** A card by short id, number and title alone. */
  name(card: Card, most?: number): string;
  person(userId: Id): string;
  /** A day as it is; a moment as the clocks of the person in the chat show it. */
  date(date: CardDate): string;
  readonly clock: FilterClock;
}

interface Written extends NamedThings {
  readonly context: { readonly actorId: Id; readonly now: Time };
  readonly timeZone: string;
}

const LONGEST_TITLE = 500;
const MOST_NAMES = 5;

export function createLineWriter(base: Written, names: Names): LineWriter {
  const { board, people, context, timeZone } = base;
  const { now } = context;
  const dayAt = (moment: Time) => wallTimeAt(Date.parse(moment), timeZone).day;
  // Asked for by every card that is due.
  const today = dayAt(now);
  const clock: FilterClock = { now, dayOf: (moment) => (moment === now ? today : dayAt(moment)) };
  const nameOf = new Map(people.map(({ id, name }) => [id, quoteName(name)]));
  const person = (userId: Id) => nameOf.get(userId) ?? 'somebody';

  function date(at: CardDate): string {
    if (isWholeDay(at)) return at;
    const { day, minutes } = wallTimeAt(Date.parse(at), timeZone);
    return `${day} ${timeInWords(minutes)}`;
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
        ...few(card.assigneeIds.map((id) => `@${person(id)}`)),
        ...few(board.labelsOf(card).map((label) => `#${quoteName(label.name)}`)),
        ...(card.priority === null ? [] : [card.priority]),
        ...(card.dueAt === null ? [] : [`due ${date(card.dueAt)}${late}`]),
      ].join(' ');
    },
    rest(card) {
      const items = itemsOf(card);
      return [
        ...(card.startAt === null ? [] : [`starts ${date(card.startAt)}`]),
        ...(card.estimate === null ? [] : [`estimate ${card.estimate}`]),
        ...(items.length === 0 ? [] : [`${items.filter(({ done }) => done).length}/${items.length} items done`]),
        ...(card.commentCount === 0 ? [] : [`comments ${card.commentCount}`]),
      ];
    },
  };
}

/** A card may have a hundred of them. */
function few(names: readonly string[]): readonly string[] {
  return names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), `+${names.length - MOST_NAMES}`] : names;
}

/** `09:05`, of minutes since midnight. */
export function timeInWords(minutes: number): string {
  const two = (figure: number) => String(Math.floor(figure)).padStart(2, '0');
  return `${two(minutes / 60)}:${two(minutes % 60)}`;
}
