import { fieldsOf, fillCard } from './compose-card.js';
import type { Composing } from './compose-context.js';
import { decideChange, type Decision } from './decide.js';
import { findCard, loadedKey, type DecideContext, type LoadedRow } from './decide-context.js';
import { patchCard } from './decide-fields.js';
import { linkOperation } from './field-operations.js';
import type { Attachment, Board, Card, CardLink, Comment, Hue, Id, UploadedFile } from './model.js';
import type { Operation, TransferOperation } from './operations.js';
import type { Patch } from './patch.js';
import { isRefusal, type Refusal } from './refusal.js';

/** What one half of a move between two boards comes to, and how the board's log names it. */
export interface Transfer {
  readonly operations: readonly TransferOperation[];
  readonly patches: readonly Patch[];
}

/** A card with all that goes with it to another board. */
export interface Traveller {
  readonly card: Card;
  /** What it shows, in its order. */
  readonly labels: readonly { readonly name: string; readonly hue: Hue }[];
  readonly comments: readonly Comment[];
  /** The copies of its files, by their ids on the board that it comes from. What is not among them is left behind. */
  readonly files: ReadonlyMap<Id, UploadedFile>;
}

/** Takes a card off a board because it goes to another one: its links end, and it is archived here. */
export function leaveBoard(board: Board, cardId: Id, context: DecideContext): Transfer | Refusal {
  const card = findCard(board, cardId, context);
  if (isRefusal(card)) return card;
  const linked = card.links.filter((link) => board.card(link.cardId));
  const unlink = (link: CardLink) => linkOperation('card.unlink', cardId, link);
  const decision = decideChange(board, [...linked.map(unlink), { type: 'card.archive', cardId }], context);
  return isRefusal(decision) ? decision : { operations: [{ type: 'card.leave', cardId }], patches: decision.patches };
}

/**
 * Puts a card onto the board that it goes to, at the end of a column, under a number of this board's: labels by their names, and people who are
 * members here. Who said and added what, and when, stays as it is.
 */
export function arriveOnBoard(
  board: Board,
  { traveller, columnId, composing }: { traveller: Traveller; columnId: Id; composing: Composing },
  context: DecideContext,
): Transfer | Refusal {
  const { card, files } = traveller;
  const cardId = composing.newId();
  const { created, labelIds } = labelsFor(board, traveller, composing);
  const attachments = card.attachments.flatMap((attachment): Attachment[] => {
    const file = files.get(attachment.id);
    return file ? [{ ...attachment, ...file }] : [];
  });
  const { title, details } = card;
  const operations: Operation[] = [
    ...created,
    { type: 'card.create', cardId, columnId, title, ...(details !== '' && { details }) },
    ...fillCard(cardId, fieldsOf({ ...card, labelIds, attachments }, composing)),
  ];
  const loaded = new Map<string, LoadedRow>(context.loaded);
  for (const file of files.values()) loaded.set(loadedKey('file', file.id), file);
  const decision = decideChange(board, operations, { ...context, loaded });
  if (isRefusal(decision)) return decision;
  const story = retell(decision, { ...traveller, attachments, cardId }, composing);
  return { operations: [{ type: 'card.arrive', cardId, columnId }], patches: [...decision.patches, ...story] };
}

/** What an operation would say anew: who did it, and when. */
function retell(
  { board }: Pick<Decision, 'board'>,
  {
    card,
    comments,
    attachments,
    cardId,
  }: Traveller & { readonly attachments: readonly Attachment[]; readonly cardId: Id },
  { newId }: Composing,
): Patch[] {
  const arrived = board.card(cardId);
  if (!arrived) return [];
  const { createdAt, createdBy } = card;
  const told = comments.filter(({ archivedAt }) => archivedAt === null);
  return [
    ...told.map((comment): Patch => {
      const id = newId();
      return { entity: 'comment', id, before: null, after: { ...comment, id, cardId } };
    }),
    ...patchCard(arrived, {
      createdAt,
      createdBy,
      commentCount: told.length,
      ...(attachments.length > 0 && { attachments }),
    }),
  ];
}

function labelsFor(
  board: Board,
  { labels }: Traveller,
  { newId }: Composing,
): { readonly created: readonly Operation[]; readonly labelIds: readonly Id[] } {
  const known = new Map(board.labels().map(({ id, name }) => [name.toLowerCase(), id]));
  const created: Operation[] = [];
  const labelIds = labels.map(({ name, hue }) => {
    const id = known.get(name.toLowerCase());
    if (id !== undefined) return id;
    const labelId = newId();
    created.push({ type: 'label.create', labelId, name, hue });
    return labelId;
  });
  return { created, labelIds };
}
