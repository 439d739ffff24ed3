import { t } from '@talkan/words/words';
import { patchCard } from './decide-fields.js';
import type { NamedRow } from './decide.js';
import { loadedCard, loadedColumn, nameCard, type DecideContext } from './decide-context.js';
import type { Board, BoardSnapshot, Card, Id } from './model.js';
import type { LoggedOperation } from './operations.js';
import type { CommentPatch, Patch } from './patch.js';
import { refuse, type Refusal } from './refusal.js';
import { atLeast } from './roles.js';

/** What can be deleted for ever, with all that is on it. */
export interface PurgedRow {
  readonly entity: 'card' | 'column';
  readonly id: Id;
}

/** What stands in the log where the texts were of what has been deleted for ever. */
const REDACTED = {
  card: { title: 'Deleted card', details: '', checklists: [], attachments: [] },
  column: { title: 'Deleted column' },
  comment: { text: 'Deleted comment' },
} as const;
const DELETED_ITEM = 'Deleted item';

/** The cards that are linked to one that is to be deleted for ever: they are to be loaded where they are archived, too. */
export function rowsOfPurge({ entity, id }: PurgedRow, context: Pick<DecideContext, 'loaded'>): NamedRow[] {
  const card = entity === 'card' ? loadedCard(context, id) : undefined;
  return card?.links.map(({ cardId }): NamedRow => ({ entity: 'card', id: cardId })) ?? [];
}

/** Deletes an archived card or column for ever. It is no operation: nobody but a person decides this, and nothing brings it back. */
export function decidePurge(
  board: Board,
  { entity, id }: PurgedRow,
  context: DecideContext,
): readonly Patch[] | Refusal {
  if (!atLeast(context.role, 'owner')) {
    return refuse('forbidden', t`Only an owner of this board may delete something for ever.`, [id]);
  }
  const card = entity === 'card' ? board.card(id) : undefined;
  const column = entity === 'column' ? board.column(id) : undefined;
  if (card || column) {
    const name = card ? nameCard(board, card) : t`The column “${column?.title ?? ''}”`;
    return refuse('conflict', t`${name} is still on the board. Archive it first.`, [id]);
  }
  const archived = entity === 'card' ? loadedCard(context, id) : loadedColumn(context, id);
  if (!archived)
    return refuse(
      'not_found',
      entity === 'card'
        ? t`There is no card “${id}” in the archive of this board.`
        : t`There is no column “${id}” in the archive of this board.`,
      [id],
    );
  const links = 'links' in archived ? archived.links : [];
  return [
    ...links.flatMap(({ cardId }) => withoutLinks(board.card(cardId) ?? loadedCard(context, cardId), id)),
    { entity, id, before: { archivedAt: archived.archivedAt }, after: null },
  ];
}

/** No card is linked to one that is gone. */
function withoutLinks(card: Card | undefined, goneId: Id): Patch[] {
  if (!card) return [];
  const links = card.links.filter((link) => link.cardId !== goneId);
  return links.length === card.links.length ? [] : patchCard(card, { links });
}

/** What a change of the log says once this row is deleted for ever: the same, without its texts. */
export function redactChange(
  change: { readonly operations: readonly LoggedOperation[]; readonly patches: readonly Patch[] },
  row: PurgedRow,
): { readonly operations: readonly LoggedOperation[]; readonly patches: readonly Patch[] } {
  return {
    operations: change.operations.map((operation) => redactOperation(operation, row)),
    patches: change.patches.map((patch) => redactPatch(patch, row)),
  };
}

/** The same for a board that is kept whole. */
export function redactSnapshot(board: BoardSnapshot, { entity, id }: PurgedRow): BoardSnapshot {
  const clean = <Row extends { readonly id: Id }>(rows: readonly Row[]) =>
    rows.map((row) => (row.id === id ? { ...row, ...redactSide(row, REDACTED[entity]) } : row));
  return entity === 'card' ? { ...board, cards: clean(board.cards) } : { ...board, columns: clean(board.columns) };
}

function redactOperation(operation: LoggedOperation, { entity, id }: PurgedRow): LoggedOperation {
  if (entity === 'column') {
    const isNamed =
      (operation.type === 'column.create' || operation.type === 'column.rename') && operation.columnId === id;
    return isNamed ? { ...operation, ...REDACTED.column } : operation;
  }
  if (!('cardId' in operation) || operation.cardId !== id) return operation;
  const texts = TEXTS[operation.type];
  return texts ? withTexts(operation, texts) : operation;
}

/** Where an operation holds what somebody wrote, and what stands there instead. */
const TEXTS: Partial<Record<LoggedOperation['type'], Readonly<Record<string, string>>>> = {
  'card.create': { title: REDACTED.card.title, details: '' },
  'card.edit': { title: REDACTED.card.title, details: '' },
  'checklist.create': { title: DELETED_ITEM },
  'checklist.rename': { title: DELETED_ITEM },
  'item.create': { text: DELETED_ITEM },
  'item.edit': { text: DELETED_ITEM },
  'comment.create': REDACTED.comment,
  'comment.edit': REDACTED.comment,
};

function redactPatch(patch: Patch, { entity, id }: PurgedRow): Patch {
  if (entity === 'card' && patch.entity === 'card' && patch.id === id) return redactSides(patch, REDACTED.card);
  if (entity === 'card' && patch.entity === 'comment' && isOnCard(patch, id))
    return redactSides(patch, REDACTED.comment);
  if (entity === 'column' && patch.entity === 'column' && patch.id === id) return redactSides(patch, REDACTED.column);
  return patch;
}

function isOnCard({ before, after }: CommentPatch, cardId: Id): boolean {
  return (after ?? before)?.cardId === cardId;
}

function redactSides<Kind extends Patch>(patch: Kind, texts: Readonly<Record<string, unknown>>): Kind {
  return { ...patch, before: redactSide(patch.before, texts), after: redactSide(patch.after, texts) };
}

/** Only the texts that are there. */
function redactSide<Side extends object>(side: Side | null, texts: Readonly<Record<string, unknown>>): Side | null {
  return side && withTexts(side, texts);
}

function withTexts<Row extends object>(row: Row, texts: Readonly<Record<string, unknown>>): Row {
  const there = Object.entries(texts).filter(([field]) => Object.hasOwn(row, field));
  return { ...row, ...Object.fromEntries(there) };
}
