import fc from 'fast-check';
import type { Board, Id } from '../model.js';
import type { Edit, Operation, Place } from '../operations.js';
import { fingerprint } from '../text.js';

/** Few enough that actors meet, and that ids which are archived or were never there come up now and then. */
const COLUMN_IDS = ['todo', 'doing', 'done', 'c1', 'c2', 'c3'];
const CARD_IDS = ['a', 'b', 'c', 'd', 'e', 'f', ...Array.from({ length: 18 }, (_, index) => `k${index}`)];
const TEXTS = ['one', 'two', 'three', ' padded ', 'Ünïcode 🎉', '—'];

/** What somebody tries, as numbers that only become an operation before the board that they meet. */
export interface Attempt {
  readonly kind: number;
  readonly column: number;
  readonly card: number;
  readonly place: number;
  readonly text: number;
}

const index = fc.nat({ max: 9999 });
export const attempt: fc.Arbitrary<Attempt> = fc.record({
  kind: index,
  column: index,
  card: index,
  place: index,
  text: index,
});
/** Attempts at one change. */
export const attempts = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(attempt) },
  { weight: 1, arbitrary: fc.array(attempt, { minLength: 2, maxLength: 4 }) },
);

function pick<Item>(items: readonly Item[], at: number, fallback: Item): Item {
  return items[at % Math.max(1, items.length)] ?? fallback;
}

/** Mostly one that is on the board, else any. */
function pickLiving(living: readonly Id[], all: readonly Id[], at: number): Id {
  return at % 8 === 0 ? pick(all, at >> 3, 'a') : pick(living, at >> 3, 'a');
}

/** The operation that an attempt comes to on a board: mostly possible, sometimes stale, now and then nonsense. */
export function operationFor(board: Board, { kind, column, card, place, text }: Attempt): Operation {
  const columns = board.columns().map(({ id }) => id);
  const cards = columns.flatMap((id) => board.cardsIn(id).map((one) => one.id));
  const empty = columns.filter((id) => board.cardsIn(id).length === 0);
  const columnId = pickLiving(columns, COLUMN_IDS, column);
  const cardId = pickLiving(cards, CARD_IDS, card);
  const goneCard = pick(
    CARD_IDS.filter((id) => !cards.includes(id)),
    card,
    'a',
  );
  const goneColumn = pick(
    COLUMN_IDS.filter((id) => !columns.includes(id)),
    column,
    'c1',
  );
  const title = pick(TEXTS, text, 'one');
  const at = placeFor(cards, place);
  const columnAt = placeFor(columns, place);
  const move = (): Operation => ({ type: 'card.move', cardId, columnId, ...at });
  const create = (): Operation => ({ type: 'card.create', cardId: goneCard, columnId, title, details: title, ...at });
  const makers: readonly (() => Operation)[] = [
    move,
    move,
    move,
    create,
    create,
    () => ({ type: 'card.edit', cardId, title: editFor(board.card(cardId)?.title ?? '', title, place) }),
    () => ({ type: 'card.edit', cardId, details: editFor(board.card(cardId)?.details ?? '', title, place) }),
    () => ({ type: 'card.archive', cardId }),
    () => ({ type: 'card.restore', cardId: goneCard }),
    () => ({ type: 'column.create', columnId: goneColumn, title, ...columnAt }),
    () => ({ type: 'column.rename', columnId, title }),
    () => ({ type: 'column.move', columnId, ...columnAt }),
    () => ({ type: 'column.archive', columnId: pick(empty, column, columnId) }),
    () => ({ type: 'column.restore', columnId: goneColumn }),
    () => ({ type: 'board.rename', title }),
    ...otherMakers(board, { cardId, columnId, title, place, text }),
  ];
  return pick(makers, kind, move)();
}

const LABEL_IDS = ['bug', 'idea', 'l1'];
const PEOPLE = ['ada', 'bob'];
const DAYS = [null, '2026-01-05', '2026-02-01', '2026-01-05T10:00:00.000Z'];

interface Chosen {
  readonly cardId: Id;
  readonly columnId: Id;
  readonly title: string;
  readonly place: number;
  readonly text: number;
}

function otherMakers(board: Board, { cardId, columnId, title, place, text }: Chosen): readonly (() => Operation)[] {
  const labelId = pick(LABEL_IDS, text, 'bug');
  const some = [pick(LABEL_IDS, place, 'bug')];
  const hue = (place * 7) % 360;
  const card = board.card(cardId);
  const lists = card?.checklists.map(({ id }) => id) ?? [];
  const items = card?.checklists.flatMap((list) => list.items.map(({ id }) => id)) ?? [];
  const checklistId = pickLiving(lists, ['x1', 'x2'], place);
  const itemId = pickLiving(items, ['i1', 'i2', 'i3'], text);
  const otherId = pick(CARD_IDS, place, 'a');
  const comment = { cardId, commentId: `m-${cardId}-${text % 2}` };
  const link = { cardId, otherId, kind: pick(['blocks', 'relates', 'duplicates'] as const, text, 'blocks') };
  const file = { cardId, attachmentId: pick(['f1', 'f2'], place, 'f1') };
  return [
    () => ({ type: 'board.edit', description: editFor(board.description, title, place), hue: place % 2 ? hue : null }),
    () => ({ type: 'column.edit', columnId, limit: place % 3 ? 1 + (place % 4) : null, done: text % 2 === 0, hue }),
    () => ({ type: 'label.create', labelId, name: title, hue }),
    () => ({ type: 'label.edit', labelId, name: title, hue }),
    () => ({ type: 'label.merge', labelId, into: some[0] ?? 'bug' }),
    () => ({ type: 'label.delete', labelId }),
    () => ({ type: 'label.restore', labelId }),
    () => ({ type: 'card.label', cardId, ...(place % 3 ? { add: some } : { remove: some }) }),
    () => ({ type: 'card.assign', cardId, ...(place % 3 ? { add: PEOPLE } : { remove: ['ada'] }) }),
    () => ({ type: 'card.schedule', cardId, startAt: pick(DAYS, text, null), dueAt: pick(DAYS, place, null) }),
    () => ({ type: 'card.prioritize', cardId, priority: pick(['urgent', 'low', null] as const, text, null) }),
    () => ({ type: 'card.estimate', cardId, estimate: place % 3 ? place % 8 : null }),
    () => ({ type: 'card.link', ...link }),
    () => ({ type: 'card.unlink', ...link }),
    () => ({ type: 'checklist.create', cardId, checklistId, title, ...placeFor(lists, text) }),
    () => ({ type: 'checklist.rename', cardId, checklistId, title }),
    () => ({ type: 'checklist.move', cardId, checklistId, ...placeFor(lists, text) }),
    () => ({ type: 'checklist.delete', cardId, checklistId }),
    () => ({
      type: 'item.create',
      cardId,
      checklistId,
      itemId: `i${text % 5}`,
      text: title,
      ...placeFor(items, place),
    }),
    () => ({ type: 'item.edit', cardId, itemId, text: title, done: place % 2 === 0, assigneeId: 'bob' }),
    () => ({ type: 'item.move', cardId, itemId, checklistId, ...placeFor(items, place) }),
    () => ({ type: 'item.delete', cardId, itemId }),
    () => ({ type: 'comment.create', ...comment, text: title }),
    () => ({ type: 'comment.edit', ...comment, text: title }),
    () => ({ type: 'comment.delete', ...comment }),
    () => ({ type: 'attachment.add', ...file }),
    () => ({ type: 'attachment.remove', ...file }),
  ];
}

function placeFor(ids: readonly Id[], at: number): Place {
  const one = pick(ids, at >> 3, 'a');
  const other = pick(ids, at >> 6, 'b');
  return pick(
    [{}, { before: one }, { after: one }, { before: one, after: other }, { before: null, after: one }],
    at,
    {},
  );
}

/** Mostly with the fingerprint of the text as it is. */
function editFor(current: string, to: string, at: number): Edit {
  if (at % 8 === 0) return { to, was: fingerprint('stale') };
  return at % 2 === 0 ? to : { to, was: fingerprint(current) };
}
