import type { Board } from '@talkan/board/model';
import type { CardPatch, ColumnPatch, Patch } from '@talkan/board/patch';
import { listOf, plural, t } from '@talkan/words/words';

/** A change that came from somebody else. */
export interface Heard {
  readonly name: string;
  readonly patches: readonly Patch[];
}

/** What others did since it was last said: one change in words, of several how many there were and whose; nothing where it is so no more. */
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
  const columns = patches.filter((patch) => patch.entity === 'column');
  const [card] = cards;
  const [column, second] = columns;
  const isAlone = card !== undefined && cards.every(({ id }) => id === card.id);
  if (comment && isAlone) return t`${name} commented on ${numberOf(board, card)}.`;
  // What is in a column comes and goes with it.
  if (column && !second && cards.length + 1 === patches.length) return sayColumn(board, { name, patch: column });
  if (!card || cards.length < patches.length) return t`${name} changed the board.`;
  return isAlone ? sayCard(board, { name, patch: card }) : sayCards(board, { name, patches: cards });
}

function sayColumn(board: Board, { name, patch }: { name: string; patch: ColumnPatch }): string {
  const { id, before, after } = patch;
  const title = board.column(id)?.title ?? before?.title ?? after?.title ?? '';
  if (after === null) return t`${name} deleted the column “${title}”.`;
  if (before === null) return t`${name} added the column “${title}”.`;
  if ('archivedAt' in after)
    return after.archivedAt === null
      ? t`${name} restored the column “${title}”.`
      : t`${name} archived the column “${title}”.`;
  return 'rank' in after ? t`${name} moved the column “${title}”.` : t`${name} changed the column “${title}”.`;
}

/** Several, all of which had the same done to them. */
function sayCards(board: Board, { name, patches }: { name: string; patches: readonly CardPatch[] }): string {
  const count = new Set(patches.map(({ id }) => id)).size;
  const columnIds = new Set(patches.map(({ after }) => after?.columnId));
  const [columnId] = columnIds.size === 1 ? columnIds : [];
  const column = board.column(columnId ?? '')?.title;
  const isAll = (is: (patch: CardPatch) => boolean) => patches.every((patch) => is(patch));
  if (isAll(({ before }) => before === null) && column !== undefined)
    return plural(
      count,
      { one: '{name} added # card to {column}.', other: '{name} added # cards to {column}.' },
      { name, column },
    );
  if (isAll(({ after }) => typeof after?.archivedAt === 'string'))
    return plural(count, { one: '{name} archived # card.', other: '{name} archived # cards.' }, { name });
  if (isAll(({ before, after }) => before !== null && after?.archivedAt === null))
    return plural(count, { one: '{name} restored # card.', other: '{name} restored # cards.' }, { name });
  if (column !== undefined)
    return plural(
      count,
      { one: '{name} moved # card to {column}.', other: '{name} moved # cards to {column}.' },
      { name, column },
    );
  return plural(count, { one: '{name} changed # card.', other: '{name} changed # cards.' }, { name });
}

function sayCard(board: Board, { name, patch }: { name: string; patch: CardPatch }): string {
  const { before, after } = patch;
  const number = numberOf(board, patch);
  if (after === null) return t`${name} deleted ${number}.`;
  const column = board.column(after.columnId ?? '')?.title;
  if (before === null) return t`${name} added ${number}, “${after.title ?? ''}”, to ${column ?? ''}.`;
  if ('archivedAt' in after)
    return after.archivedAt === null ? t`${name} restored ${number}.` : t`${name} archived ${number}.`;
  // It may have been moved on since: then that is where it is.
  const isThere = board.card(patch.id)?.columnId === after.columnId;
  if (column !== undefined) return isThere ? t`${name} moved ${number} to ${column}.` : '';
  return 'rank' in after ? t`${name} moved ${number}.` : t`${name} changed ${number}.`;
}

function numberOf(board: Board, { id, before, after }: CardPatch): string {
  const number = board.card(id)?.number ?? before?.number ?? after?.number;
  return number === undefined ? t`a card` : `${board.key}-${number}`;
}
