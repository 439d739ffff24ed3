import { t } from '@talkan/words/words';
import { applyPatches } from './board.js';
import type { Change } from './change.js';
import { nameCard, shorten } from './decide-context.js';
import { dateInWords, priorityInWords } from './describe-values.js';
import type { Board, Card, CardLink, Checklist, Column, Id, Label, LinkSide } from './model.js';
import type { Patch } from './patch.js';
import type { Telling } from './teller.js';
import { tellingsOf, type ItemTelling, type ToldItem } from './tell-change.js';
import { utf8Size } from './text.js';

export type DiffField =
  | 'title'
  | 'key'
  | 'description'
  | 'details'
  | 'column'
  | 'place'
  | 'labels'
  | 'people'
  | 'start'
  | 'due'
  | 'priority'
  | 'estimate'
  | 'checklists'
  | 'links'
  | 'attachments'
  | 'comment'
  | 'limit'
  | 'limits'
  | 'done'
  | 'colour';

/** A field of a card, a column or the board, as it was and as it is; `null`: it was not on the board on that side. */
export interface FieldDiff {
  /** `place`: where in its column, or among the columns, in words. */
  readonly field: DiffField;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a change did to one card, column or the board itself. */
export interface EntityDiff extends ToldItem {
  readonly fields: readonly FieldDiff[];
  /** Set where the fields are left out, because those before are large. */
  readonly more?: true;
}

export interface ChangeDiff {
  /** The first of them; a change may have thousands. */
  readonly items: readonly EntityDiff[];
  /** How many there are. */
  readonly count: number;
}

const MOST_ITEMS = 50;
/** UTF-8 bytes of text in one diff. */
const MOST_BYTES = 1024 * 1024;

/**
 * A change of the log with both sides of what it changed.
 * @param before the board as it was before the change
 */
export function diffChange(
  before: Board,
  change: Pick<Change, 'operations' | 'patches'>,
  nameOf?: Telling['nameOf'],
): ChangeDiff {
  const sides: Sides = { before, after: applyPatches(before, change.patches), patches: change.patches, nameOf };
  const entities = Map.groupBy(tellingsOf(before, change, { nameOf }), ({ entity, id }) => `${entity} ${id}`);
  let bytes = 0;
  const items = [...entities.values()].slice(0, MOST_ITEMS).flatMap((tellings): EntityDiff[] => {
    const [first] = tellings;
    if (!first) return [];
    const { entity, id } = first;
    const text = sentencesOf(tellings);
    const fields = fieldsOf(first, sides);
    bytes += fields.reduce((sum, field) => sum + utf8Size(field.before ?? '') + utf8Size(field.after ?? ''), 0);
    return [bytes > MOST_BYTES ? { entity, id, text, fields: [], more: true } : { entity, id, text, fields }];
  });
  return { items, count: entities.size };
}

function sentencesOf(tellings: readonly ItemTelling[]): string {
  return tellings
    .slice(0, MOST_ITEMS)
    .map(({ text }) => text())
    .join(' ');
}

interface Sides {
  readonly before: Board;
  readonly after: Board;
  readonly patches: readonly Patch[];
  readonly nameOf: Telling['nameOf'];
}

function fieldsOf({ entity, id }: ItemTelling, sides: Sides): readonly FieldDiff[] {
  const { before, after } = sides;
  switch (entity) {
    case 'board':
      return [
        ...fieldDiff('title', before.title, after.title),
        ...fieldDiff('key', before.key, after.key),
        ...fieldDiff('description', before.description, after.description),
        ...fieldDiff('colour', numberInWords(before.hue), numberInWords(after.hue)),
        ...fieldDiff('limits', limitsInWords(before), limitsInWords(after)),
      ];
    case 'column':
      return columnFields(id, before, after);
    case 'label': {
      const [was, is] = [livingLabel(before, id), livingLabel(after, id)];
      return [
        ...fieldDiff('title', was?.name, is?.name),
        ...fieldDiff('colour', numberInWords(was?.hue), numberInWords(is?.hue)),
      ];
    }
    case 'card':
    case 'comment':
      return [...cardFields(id, sides), ...commentFields(id, sides)];
  }
}

function livingLabel(board: Board, id: Id): Label | undefined {
  const label = board.label(id);
  return label?.archivedAt === null ? label : undefined;
}

function columnFields(id: Id, before: Board, after: Board): readonly FieldDiff[] {
  const [was, is] = [before.column(id), after.column(id)];
  const place = was && is && was.rank !== is.rank ? [placeOfColumn(before, was), placeOfColumn(after, is)] : [];
  return [
    ...fieldDiff('title', was?.title, is?.title),
    ...fieldDiff('limit', numberInWords(was?.limit), numberInWords(is?.limit)),
    ...fieldDiff('colour', numberInWords(was?.hue), numberInWords(is?.hue)),
    ...(was && is ? fieldDiff('done', doneInWords(was), doneInWords(is)) : []),
    ...fieldDiff('place', place[0], place[1]),
  ];
}

function cardFields(id: Id, sides: Sides): readonly FieldDiff[] {
  const { before, after } = sides;
  const [was, is] = [before.card(id), after.card(id)];
  const stayed = was && is && was.columnId === is.columnId && was.rank !== is.rank;
  const place = stayed ? [placeOfCard(before, was), placeOfCard(after, is)] : [];
  const both = (field: DiffField, inWords: (card: Card, board: Board) => string) =>
    fieldDiff(field, was && inWords(was, before), is && inWords(is, after));
  return [
    ...both('title', ({ title }) => title),
    ...both('details', ({ details }) => details),
    ...fieldDiff('column', columnOf(before, was), columnOf(after, is)),
    ...fieldDiff('place', place[0], place[1]),
    ...both('labels', (card, board) => listInWords(board.labelsOf(card).map(({ name }) => name))),
    ...both('people', (card) => listInWords(card.assigneeIds.map((user) => sides.nameOf?.(user) ?? t`somebody`))),
    ...both('start', ({ startAt }) => (startAt === null ? '' : dateInWords(startAt))),
    ...both('due', ({ dueAt }) => (dueAt === null ? '' : dateInWords(dueAt))),
    ...both('priority', ({ priority }) => (priority ? priorityInWords(priority) : '')),
    ...both('estimate', ({ estimate }) => numberInWords(estimate) ?? ''),
    ...both('checklists', ({ checklists }) =>
      checklists.map((list) => checklistInWords(list, sides.nameOf)).join('\n'),
    ),
    ...both('links', ({ links }, board) => listInWords(links.map((link) => linkInWords(board, link)))),
    ...both('attachments', ({ attachments }) => listInWords(attachments.map(({ name }) => name))),
  ];
}

/** Comments are not on a board: what was said stands in the patches. */
function commentFields(cardId: Id, { patches }: Sides): readonly FieldDiff[] {
  return patches.flatMap((patch) => {
    if (patch.entity !== 'comment' || (patch.after ?? patch.before)?.cardId !== cardId) return [];
    return fieldDiff('comment', patch.before?.text, patch.after?.text);
  });
}

function checklistInWords({ title, items }: Checklist, nameOf: Telling['nameOf']): string {
  const lines = items.map(({ text, done, assigneeId }) => {
    const person = assigneeId === null ? '' : ` (${nameOf?.(assigneeId) ?? t`somebody`})`;
    return `${done ? '☑' : '☐'} ${text}${person}`;
  });
  return [title, ...lines].join('\n');
}

function limitsInWords({ limits }: Board): string {
  return limits === 'warn' ? t`Only warn` : t`Are kept`;
}

function doneInWords({ done }: Column): string {
  return done ? t`Count as done` : t`Count as open`;
}

const LINKS: Readonly<Record<LinkSide, () => string>> = {
  blocks: () => t`blocks`,
  blocked_by: () => t`blocked by`,
  relates: () => t`relates`,
  duplicates: () => t`duplicates`,
  duplicated_by: () => t`duplicated by`,
};

function linkInWords(board: Board, { kind, cardId }: CardLink): string {
  const card = board.card(cardId);
  return `${LINKS[kind]()} ${card ? nameCard(board, card) : t`a card`}`;
}

function listInWords(words: readonly string[]): string {
  return words.join(', ');
}

function numberInWords(value: number | null | undefined): string | undefined {
  return value?.toString();
}

/** Nothing where both sides show the same, as they do where details were empty before there was a card. */
function fieldDiff(field: FieldDiff['field'], before: string | undefined, after: string | undefined): FieldDiff[] {
  if ((before ?? '') === (after ?? '')) return [];
  return [{ field, before: before ?? null, after: after ?? null }];
}

function columnOf(board: Board, card: Card | undefined): string | undefined {
  return card && board.column(card.columnId)?.title;
}

function placeOfCard(board: Board, card: Card): string {
  const lane = board.cardsIn(card.columnId);
  const above = lane[lane.indexOf(card) - 1];
  return above ? t`After ${nameCard(board, above)}` : t`First`;
}

function placeOfColumn(board: Board, column: Column): string {
  const columns = board.columns();
  const left = columns[columns.indexOf(column) - 1];
  return left ? t`After “${shorten(left.title)}”` : t`First`;
}
