import { t } from '@talkan/words/words';
import { patchHead } from './decide-board.js';
import { nameCard } from './decide-context.js';
import { patchCard } from './decide-fields.js';
import { patchLabel } from './decide-labels.js';
import type { Board, BoardHead, Card, CardLink, Column, Id, Label } from './model.js';
import { patchFields, type CardPatch, type ColumnPatch, type LabelPatch, type Patch } from './patch.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { undoChecklists } from './undo-checklists.js';
import { refuseArchived, whoChanged, type UndoContext } from './undo-context.js';
import { fate, fieldNet, type Net } from './undo-net.js';

type Decided = readonly Patch[] | Refusal;

/** Who changed something since, in a sentence each. */
const HEAD_WORDS = {
  title: (who) => t`${who} renamed the board since.`,
  key: (who) => t`${who} changed the key of the board since.`,
  description: (who) => t`${who} changed the description of the board since.`,
  hue: (who) => t`${who} changed the colour of the board since.`,
  limits: (who) => t`${who} changed how limits are kept since.`,
  archivedAt: (who) => t`${who} archived or restored the board since.`,
} as const satisfies Partial<Record<keyof BoardHead, (who: string) => string>>;

export function undoHead(board: Board, { before, after }: Net['head'], context: UndoContext): Decided {
  const fields = fieldsBack<BoardHead, keyof typeof HEAD_WORDS>(
    { row: board, net: { before, after }, names: Object.keys(HEAD_WORDS) as (keyof typeof HEAD_WORDS)[] },
    (name) => HEAD_WORDS[name](whoChanged(context, { entity: 'board', id: board.id }, [name])),
  );
  return isRefusal(fields) ? fields : patchHead(board, fields);
}

const COLUMN_WORDS = {
  title: (who, column) => t`${who} renamed the column to “${column}” since.`,
  hue: (who, column) => t`${who} changed the colour of “${column}” since.`,
  limit: (who, column) => t`${who} changed the limit of “${column}” since.`,
  done: (who, column) => t`${who} changed whether cards in “${column}” are done since.`,
} as const satisfies Partial<Record<keyof Column, (who: string, column: string) => string>>;

export function undoColumnFields(board: Board, net: ColumnPatch, context: UndoContext): Decided {
  const column = board.column(net.id);
  if (!column) return [];
  const fields = fieldsBack<Column, keyof typeof COLUMN_WORDS>(
    { row: column, net, names: ['title', 'hue', 'limit', 'done'] },
    (name) => COLUMN_WORDS[name](whoChanged(context, net, [name]), column.title),
  );
  if (isRefusal(fields)) return fields;
  const patch = patchFields(column, fields);
  return patch ? [{ entity: 'column', id: column.id, ...patch }] : [];
}

export function undoLabel(board: Board, net: LabelPatch, context: UndoContext): Decided {
  const label = board.label(net.id);
  if (!label) return refuse('not_found', t`A label of this change is gone.`, [net.id]);
  const isThere = label.archivedAt === null;
  switch (fate(net)) {
    case 'created':
      return isThere ? patchLabel(label, { archivedAt: context.now }) : [];
    case 'left':
      return isThere ? [] : labelBack({ label, net, back: { archivedAt: null, mergedInto: null } }, context);
    case 'entered':
      return isThere ? labelAway(board, { label, into: net.before?.mergedInto ?? null }, context) : [];
    case 'stayed':
      return labelBack({ label, net, back: {} }, context);
    case 'absent':
      return [];
  }
}

/** As it was before: deleted, or merged into another one, which must be there to stand in its place. */
function labelAway(
  board: Board,
  { label, into }: { readonly label: Label; readonly into: Id | null },
  context: UndoContext,
): Decided {
  const target = into === null ? undefined : board.label(into);
  if (target && target.archivedAt !== null) {
    const who = whoChanged(context, { entity: 'label', id: target.id }, ['archivedAt']);
    return refuse('conflict', t`${who} deleted or merged the label “${target.name}” since.`, [target.id]);
  }
  return patchLabel(label, { archivedAt: context.now, mergedInto: into });
}

function labelBack(
  { label, net, back }: { readonly label: Label; readonly net: LabelPatch; readonly back: Partial<Label> },
  context: UndoContext,
): Decided {
  const fields = fieldsBack<Label, 'name' | 'hue'>({ row: label, net, names: ['name', 'hue'] }, (name) => {
    const who = whoChanged(context, net, [name]);
    return name === 'name'
      ? t`${who} renamed the label “${label.name}” since.`
      : t`${who} changed the colour of the label “${label.name}” since.`;
  });
  if (isRefusal(fields)) return fields;
  return patchLabel(label, { ...back, ...fields });
}

const CARD_WORDS = {
  title: (who, card) => t`${who} changed the title of ${card} since.`,
  details: (who, card) => t`${who} changed the details of ${card} since.`,
  startAt: (who, card) => t`${who} changed the start date of ${card} since.`,
  dueAt: (who, card) => t`${who} changed the due date of ${card} since.`,
  priority: (who, card) => t`${who} changed the priority of ${card} since.`,
  estimate: (who, card) => t`${who} changed the estimate of ${card} since.`,
} as const satisfies Partial<Record<keyof Card, (who: string, card: string) => string>>;

/** What is on a card goes back; of what is a list only what the change did to it. */
export function undoCardFields(board: Board, net: CardPatch, context: UndoContext): Decided {
  if (!touchesFields(net)) return [];
  const card = board.card(net.id);
  if (!card) return refuseArchived(board, net.id, context);
  const fields = fieldsBack<Card, keyof typeof CARD_WORDS>(
    { row: card, net, names: Object.keys(CARD_WORDS) as (keyof typeof CARD_WORDS)[] },
    (name) => CARD_WORDS[name](whoChanged(context, net, [name]), nameCard(board, card)),
  );
  if (isRefusal(fields)) return fields;
  const checklists = undoChecklists(board, { card, net }, context);
  if (isRefusal(checklists)) return checklists;
  const itself = (id: Id) => id;
  return patchCard(card, {
    ...fields,
    labelIds: listBack(card.labelIds, fieldNet<Card, 'labelIds'>(net, 'labelIds'), itself),
    assigneeIds: withoutStrangers(
      listBack(card.assigneeIds, fieldNet<Card, 'assigneeIds'>(net, 'assigneeIds'), itself),
      card,
      context,
    ),
    links: listBack(card.links, fieldNet<Card, 'links'>(net, 'links'), (link) => `${link.kind} ${link.cardId}`),
    attachments: listBack(card.attachments, fieldNet<Card, 'attachments'>(net, 'attachments'), ({ id }) => id),
    checklists,
  });
}

/** Whoever has left the board since is not assigned to anything again. */
function withoutStrangers(ids: readonly Id[], card: Card, { people }: UndoContext): readonly Id[] {
  const mayBe = (id: Id) => people === undefined || people.has(id) || card.assigneeIds.includes(id);
  return ids.every(mayBe) ? ids : ids.filter(mayBe);
}

const LISTS = ['labelIds', 'assigneeIds', 'links', 'attachments', 'checklists'] as const;

function touchesFields(net: CardPatch): boolean {
  const names = [...(Object.keys(CARD_WORDS) as (keyof typeof CARD_WORDS)[]), ...LISTS];
  return names.some((name) => fieldNet<Card, typeof name>(net, name) !== undefined);
}

interface Back<Row, Name extends keyof Row> {
  readonly row: Pick<Row, Name>;
  readonly net: { readonly before: Partial<Row> | null; readonly after: Partial<Row> | null };
  readonly names: readonly Name[];
}

/** The fields as they were, or who changed one of them since. */
function fieldsBack<Row, Name extends keyof Row & string>(
  { row, net, names }: Back<Row, Name>,
  say: (name: Name) => string,
): Partial<Row> | Refusal {
  const fields: Partial<Row> = {};
  for (const name of names) {
    const sides = fieldNet<Row, Name>(net, name);
    if (!sides) continue;
    const now = row[name];
    if (now !== sides.after) {
      const refusal = refuse('conflict', say(name), 'id' in row ? [String(row.id)] : []);
      return typeof now === 'string' ? { ...refusal, current: { [name]: now } } : refusal;
    }
    fields[name] = sides.before;
  }
  return fields;
}

/** A list without what the change put into it, and with what it took out. */
function listBack<Entry>(
  now: readonly Entry[],
  sides: { readonly before: readonly Entry[]; readonly after: readonly Entry[] } | undefined,
  keyOf: (entry: Entry) => string,
): readonly Entry[] {
  if (!sides) return now;
  const keys = (list: readonly Entry[]) => new Set(list.map(keyOf));
  const [was, became, is] = [keys(sides.before), keys(sides.after), keys(now)];
  // Untouched since, it is just what it was, in its order.
  if (is.size === became.size && [...is].every((key) => became.has(key))) return sides.before;
  const kept = now.filter((entry) => was.has(keyOf(entry)) || !became.has(keyOf(entry)));
  const back = sides.before.filter((entry) => !became.has(keyOf(entry)) && !is.has(keyOf(entry)));
  return kept.length === now.length && back.length === 0 ? now : [...kept, ...back];
}

/** What a change did to a card, but for its links to these. */
export function withoutLinksTo(cardIds: ReadonlySet<Id>, net: CardPatch): CardPatch {
  const sides = fieldNet<Card, 'links'>(net, 'links');
  if (!sides || cardIds.size === 0) return net;
  const others = (links: readonly CardLink[]) => links.filter(({ cardId }) => !cardIds.has(cardId));
  const [was, became] = [others(sides.before), others(sides.after)];
  const isSame = JSON.stringify(was) === JSON.stringify(became);
  return { ...net, before: { ...net.before, links: was }, after: { ...net.after, links: isSame ? was : became } };
}
