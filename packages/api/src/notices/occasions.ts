import { itemsOf } from '@talkan/board/decide-checklists';
import { finderOf, mentionedIn, type Named } from '@talkan/board/mentions';
import type { Board, Card, Id } from '@talkan/board/model';
import type { CardPatch, CommentPatch, Patch } from '@talkan/board/patch';
import type { NoticeKind } from '../db/tables.js';

/** Somebody who may see the board. */
export interface Reader extends Named {
  readonly id: Id;
}

/** That somebody is to be told of what a change did to a card. */
export interface Occasion {
  readonly userId: Id;
  readonly cardId: Id;
  readonly kind: NoticeKind;
}

/** What of a change may concern somebody: nothing in most changes, moves above all. */
export interface Concern {
  readonly cardId: Id;
  readonly assigned: ReadonlySet<Id>;
  /** A text as it was, if it was, and as it is. */
  readonly texts: readonly { readonly before: string; readonly after: string }[];
  /** Whether somebody has said something new. */
  readonly isComment: boolean;
}

/** A change of thousands of cards at once is no news about each. */
const MOST_A_PERSON = 20;

/** @returns empty where nobody can be concerned: found out without a look at the database */
export function concernsOf(patches: readonly Patch[]): readonly Concern[] {
  return patches.flatMap((patch) => {
    if (patch.entity === 'card') return cardConcern(patch) ?? [];
    return patch.entity === 'comment' ? (commentConcern(patch) ?? []) : [];
  });
}

function cardConcern({ id: cardId, before, after }: CardPatch): Concern | undefined {
  // What comes back from the archive was told of when it was new.
  if (after === null || typeof before?.archivedAt === 'string') return undefined;
  if (!after.assigneeIds && !after.checklists && !after.details) return undefined;
  const assigned = new Set(added(peopleOf(before), peopleOf(after)));
  const text = { before: before?.details ?? '', after: after.details ?? '' };
  const texts = text.after.includes('@') ? [text] : [];
  return assigned.size + texts.length > 0 ? { cardId, assigned, texts, isComment: false } : undefined;
}

function commentConcern({ before, after }: CommentPatch): Concern | undefined {
  if (after?.cardId === undefined || after.text === undefined) return undefined;
  const texts = [{ before: before?.text ?? '', after: after.text }];
  return { cardId: after.cardId, assigned: new Set(), texts, isComment: before === null };
}

function peopleOf(card: Partial<Card> | null): readonly Id[] {
  const items = card?.checklists ? itemsOf({ checklists: card.checklists }) : [];
  return [...(card?.assigneeIds ?? []), ...items.flatMap(({ assigneeId }) => assigneeId ?? [])];
}

function added(before: readonly Id[], after: readonly Id[]): readonly Id[] {
  const known = new Set(before);
  return after.filter((id) => !known.has(id));
}

/** The one actor hears nothing of their own change; of what is said to somebody by name they hear that alone. */
export function occasionsOf(
  concerns: readonly Concern[],
  { board, readers, actorId }: { readonly board: Board; readonly readers: readonly Reader[]; readonly actorId: Id },
): readonly Occasion[] {
  const find = finderOf(readers);
  const others = new Set(readers.map(({ id }) => id));
  others.delete(actorId);
  const told = new Map<Id, Map<string, Occasion>>();
  const tell = (userId: Id, cardId: Id, kind: NoticeKind) => {
    if (!others.has(userId)) return;
    const own = told.get(userId) ?? new Map<string, Occasion>();
    told.set(userId, own);
    if (own.size < MOST_A_PERSON) own.set(`${cardId} ${kind}`, { userId, cardId, kind });
  };
  for (const { cardId, assigned, texts, isComment } of concerns) {
    for (const userId of assigned) tell(userId, cardId, 'assignment');
    const mentioned = texts.flatMap(({ before, after }) => {
      const known = mentionedIn(before, find);
      return [...mentionedIn(after, find)].filter((reader) => !known.has(reader)).map(({ id }) => id);
    });
    for (const userId of mentioned) tell(userId, cardId, 'mention');
    if (!isComment) continue;
    const assignees = board.card(cardId)?.assigneeIds ?? [];
    for (const userId of assignees) if (!mentioned.includes(userId)) tell(userId, cardId, 'comment');
  }
  return [...told.values()].flatMap((own) => [...own.values()]);
}
