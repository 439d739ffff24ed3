import type { Board } from '@talkan/board/model';
import type { CardPatch, Patch } from '@talkan/board/patch';
import { listOf, plural, t } from '@talkan/words/words';

/** A change that came from somebody else. */
export interface Heard {
  readonly name: string;
  readonly patches: readonly Patch[];
}

/** What others did since it was last said: one change in words, of several how many there were and whose. */
export function sayHeard(board: Board, heard: readonly Heard[]): string {
  const [first, second] = heard;
  if (!first) return '';
  if (!second) return sayDone(board, first);
  const names = listOf([...new Set(heard.map(({ name }) => name))]);
  return plural(heard.length, { one: '# change by {names}.', other: '# changes by {names}.' }, { names });
}

function sayDone(board: Board, { name, patches }: Heard): string {
  const comment = patches.find(({ entity, before }) => entity === 'comment' && before === null);
  const cards = patches.filter((patch) => patch.entity === 'card');
  const [card] = cards;
  const isAlone = card !== undefined && cards.every(({ id }) => id === card.id);
  if (comment && isAlone) return t`${name} commented on ${numberOf(board, card)}.`;
  if (!isAlone || cards.length < patches.length) return t`${name} changed the board.`;
  return sayCard(board, { name, patch: card });
}

function sayCard(board: Board, { name, patch }: { name: string; patch: CardPatch }): string {
  const { before, after } = patch;
  const number = numberOf(board, patch);
  if (after === null) return t`${name} deleted ${number}.`;
  const column = board.column(after.columnId ?? '')?.title;
  if (before === null) return t`${name} added ${number}, “${after.title ?? ''}”, to ${column ?? ''}.`;
  if ('archivedAt' in after)
    return after.archivedAt === null ? t`${name} restored ${number}.` : t`${name} archived ${number}.`;
  if (column !== undefined) return t`${name} moved ${number} to ${column}.`;
  return 'rank' in after ? t`${name} moved ${number}.` : t`${name} changed ${number}.`;
}

function numberOf(board: Board, { id, before, after }: CardPatch): string {
  const number = board.card(id)?.number ?? before?.number ?? after?.number;
  return number === undefined ? t`a card` : `${board.key}-${number}`;
}
