import { isWholeDay } from '../../dates.js';
import { nameCard } from '../../decide-context.js';
import type { Board, Card, CardDate, Id, Time } from '../../model.js';
import { addDays, nameDay, wallTimeAt } from '../calendar.js';
import type { Understanding } from '../command.js';
import { clockOf, dayOfDate } from '../days.js';
import type { Scene } from '../scene.js';

export type Answer = Extract<Understanding, { kind: 'answer' }>;

/** More cards than this an answer does not name. */
const MOST_NAMED = 10;

export function answer(text: string, cardIds: readonly Id[] = []): Answer {
  return { kind: 'answer', text, cardIds };
}

/** The card that a question is about. */
export function oneCard({ board }: Scene, card: Id | undefined): Card | undefined {
  return card === undefined ? undefined : board.card(card);
}

export function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** “TK-1 “A”, TK-2 “B” and 5 more”. */
export function nameCards({ board }: Scene, ids: readonly Id[]): string {
  const names = ids.flatMap((id) => {
    const card = board.card(id);
    return card ? [nameCard(board, card)] : [];
  });
  const more = names.length - MOST_NAMED;
  return listOf(more > 0 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names);
}

export function counted(count: number, noun: string, several = `${noun}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? noun : several}`;
}

/** “you”, or a name; whoever has left is somebody. */
export function nameOf({ context }: Scene, id: Id): string {
  if (id === context.actorId) return 'you';
  return context.people.find((person) => person.id === id)?.name ?? 'somebody who has left';
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence as it goes on behind a comma. */
export function lowered(text: string): string {
  // A name keeps its capital.
  return /^(?:There|You)\b/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export function titleOf(board: Board, columnId: Id): string {
  const title = board.column(columnId)?.title;
  return title === undefined ? 'a column that is gone' : `“${title}”`;
}

/** “today”, “on Friday, 5 June 2026”, and the time where there is one. */
export function onDate({ context }: Scene, date: CardDate): string {
  const clock = clockOf(context);
  const day = dayOfDate(date, clock);
  const today = clock.dayOf(context.now);
  const near = new Map([
    [today, 'today'],
    [addDays(today, 1), 'tomorrow'],
    [addDays(today, -1), 'yesterday'],
  ]).get(day);
  const named = nameDay(day);
  const words = near ?? `on ${day.slice(0, 4) === today.slice(0, 4) ? named.slice(0, -5) : named}`;
  return isWholeDay(date) ? words : `${words} at ${timeOf(date, context.timeZone)}`;
}

function timeOf(moment: Time, timeZone: string): string {
  const { minutes } = wallTimeAt(Date.parse(moment), timeZone);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

export function isDone(board: Board, card: Card): boolean {
  return board.column(card.columnId)?.done === true;
}

export function allCards(board: Board): readonly Card[] {
  return board.columns().flatMap(({ id }) => board.cardsIn(id));
}
