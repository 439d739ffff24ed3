import { plural, t } from '@talkan/words/words';
import type { Answer, Item } from './contract';
import { formatMessage, type Block, type Inline } from './format';

export const STOPPED = t`Stopped. If something was changed before that, the board shows it.`;
const LONGEST = 600;
const MOST_TOLD = 3;

/** What a screen reader says of an answer. */
export function sayAnswer({ message, note, change, proposal }: Answer): string {
  if (change) return cut(join(t`${sayCount(change.count)} done: ${tell(change.items)}`, inWords(note)));
  if (proposal?.state === 'waits') {
    const { operations, items } = proposal;
    const waiting = plural(
      operations.length,
      { one: '# change waits for your yes: {changes}', other: '# changes wait for your yes: {changes}' },
      { changes: tell(items) },
    );
    return cut(join(waiting, inWords(note)));
  }
  return cut(inWords(message));
}

/** What a screen reader says of changes on their way. */
export function sayPending(items: readonly Item[]): string {
  return cut(
    plural(
      items.length,
      { one: '# change is being prepared: {changes}', other: '# changes are being prepared: {changes}' },
      { changes: tell(items) },
    ),
  );
}

/** A message without the signs that only its look is made of. */
function inWords(text: string): string {
  return formatMessage(text, '').map(sayBlock).join('\n');
}

function sayBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.map(sayInline).join('\n');
    case 'list':
      return block.items.map(sayInline).join('\n');
    case 'code':
      return block.text;
  }
}

function sayInline(parts: readonly Inline[]): string {
  return parts.map((part) => ('children' in part ? sayInline(part.children) : part.text)).join('');
}

function tell(items: readonly Item[]): string {
  const told = items.slice(0, MOST_TOLD).map(({ text }) => text);
  const more = items.length - told.length;
  return [...told, ...(more > 0 ? [t`And ${more} more.`] : [])].join(' ');
}

export function sayCount(changes: number): string {
  return plural(changes, { one: '# change', other: '# changes' });
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function cut(text: string): string {
  return text.length <= LONGEST
    ? text
    : t`${text.slice(0, LONGEST).toWellFormed()} … All of it is in the conversation.`;
}
