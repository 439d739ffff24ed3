import type { Answer, Item } from './contract';

export const STOPPED = 'Stopped. If something was changed before that, the board shows it.';
const LONGEST = 600;
const MOST_TOLD = 3;

/** What a screen reader says of an answer. */
export function sayAnswer({ message, note, change, proposal }: Answer): string {
  if (change) return cut(join(`${count(change.count)} done: ${tell(change.items)}`, note));
  if (proposal?.state === 'waits') {
    return cut(join(`${count(proposal.operations.length)} waits for your yes: ${tell(proposal.items)}`, note));
  }
  return cut(message);
}

/** What a screen reader says of changes on their way. */
export function sayPending(items: readonly Item[]): string {
  const verb = items.length === 1 ? 'is' : 'are';
  return cut(`${count(items.length)} ${verb} being prepared: ${tell(items)}`);
}

function tell(items: readonly Item[]): string {
  const told = items.slice(0, MOST_TOLD).map(({ text }) => text);
  const more = items.length - told.length;
  return [...told, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

function count(changes: number): string {
  return changes === 1 ? '1 change' : `${changes} changes`;
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).toWellFormed()} … All of it is in the conversation.`;
}
