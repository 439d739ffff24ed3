import { isCard } from '@talkan/board/decide-context';
import type { Card, LinkSide } from '@talkan/board/model';
import { isRefusal } from '@talkan/board/refusal';
import { loadRows } from '../../boards/load.js';
import { cardOf } from '../../boards/rows.js';
import { listComments } from '../../comments/list.js';
import { quote, quoteName, quoteWithin } from '../prompt/data-block.js';
import { idIn, LookupProblem, type Found, type Lookup } from './lookup.js';
import { remember } from './search-board.js';
import { asText, type Fields } from '../replies/records.js';

const COMMENTS = 20;
/** Of the room for all: what the details may take, and each comment. */
const SHARE = { details: 0.6, comment: 0.15 } as const;

const LINKED: Record<LinkSide, string> = {
  blocks: 'blocks',
  blocked_by: 'is blocked by',
  relates: 'relates to',
  duplicates: 'duplicates',
  duplicated_by: 'is duplicated by',
};

/** All that is known of one card, which may be archived. @throws LookupProblem */
export async function readCard(lookup: Lookup, fields: Fields): Promise<Found> {
  const { services, base } = lookup;
  const { board } = base;
  const card = await findCardNamed(lookup, fields);
  const details = quoteWithin(card.details, lookup.room() * SHARE.details);
  const comments = card.commentCount === 0 ? [] : await linesOfComments(lookup, card);
  const { read } = services.db;
  const others = await loadRows(
    read,
    board,
    card.links.map(({ cardId }) => ({ entity: 'card' as const, id: cardId })),
  );
  const linked = card.links.flatMap(({ kind, cardId }) => {
    const other = board.card(cardId) ?? [...others.values()].filter(isCard).find(({ id }) => id === cardId);
    return other ? [`${LINKED[kind]} ${lookup.write.name(other, 120)}`] : [];
  });
  return {
    head: headOf(lookup, card),
    lines: [
      ...(card.details === '' ? [] : [`details ${details}`]),
      ...linesOfChecklists(lookup, card),
      ...linked,
      ...card.attachments.map(({ name }) => `file ${quote(name, 120)}`),
      ...comments,
    ],
    more: Math.max(0, card.commentCount - comments.length),
    hint: 'Older comments are in get_history of the card.',
    sentence: `Reads ${board.key}-${card.number}.`,
    shows: details === quote(card.details) ? card.id : null,
  };
}

/** The card that `cardId` names, also an archived one, by whatever name. @throws LookupProblem */
export async function findCardNamed(lookup: Lookup, fields: Fields): Promise<Card> {
  const { base, names } = lookup;
  const { board, archive } = base;
  const name = asText(fields['cardId']);
  const [, digits] = new RegExp(`^(?:#|${board.key}-)?(\\d{1,9})$`, 'i').exec(name.trim()) ?? [];
  const number = digits === undefined || names.resolve('card', name) !== null ? null : Number(digits);
  if (number !== null) await lookUpNumber(lookup, number);
  const cardId = number === null ? name : `${board.key}-${number}`;
  const id = idIn({ cardId }, 'cardId', { entity: 'card', names });
  const card = id === undefined ? undefined : (board.card(id) ?? archive.cards.find((archived) => archived.id === id));
  if (card) return card;
  throw new LookupProblem('cardId must name a card that is on the board, or was.');
}

async function lookUpNumber({ services, base }: Lookup, number: number): Promise<void> {
  const row = await services.db.read
    .selectFrom('cards')
    .selectAll()
    .where('board_id', '=', base.board.id)
    .where('number', '=', number)
    .where('archived_at', 'is not', null)
    .executeTakeFirst();
  if (row) remember({ base }, [cardOf(row)]);
}

/** Where a card is now. */
export function placeOf({ base, write }: Lookup, { columnId, archivedAt }: Card): string {
  if (archivedAt !== null) return `archived since ${write.date(archivedAt)}`;
  return `in ${quote(base.board.column(columnId)?.title ?? '', 120)}`;
}

function headOf(lookup: Lookup, card: Card): string {
  const { write } = lookup;
  return [
    `${write.card(card)}, ${placeOf(lookup, card)}`,
    ...(card.startAt === null ? [] : [`starts ${write.date(card.startAt)}`]),
    ...(card.estimate === null ? [] : [`estimate ${card.estimate}`]),
    `created ${write.date(card.createdAt)} by ${write.person(card.createdBy)}`,
    `changed ${write.date(card.changedAt)}`,
    ...(card.commentCount === 0 ? [] : [`${card.commentCount} comments`]),
  ].join(', ');
}

function linesOfChecklists({ write }: Lookup, { checklists }: Card): string[] {
  return checklists.flatMap(({ title, items }) => [
    `checklist ${quote(title)}, ${items.filter(({ done }) => done).length} of ${items.length} done`,
    ...items.map(({ text, done, assigneeId }) => {
      const who = assigneeId === null ? '' : ` @${write.person(assigneeId)}`;
      return `  [${done ? 'x' : ' '}] ${quote(text)}${who}`;
    }),
  ]);
}

async function linesOfComments({ services, base, write, room }: Lookup, card: Card): Promise<string[]> {
  const request = { boardId: base.board.id, cardId: card.id, limit: COMMENTS };
  const page = await listComments(services.db.read, request);
  if (isRefusal(page)) return [];
  const most = room() * SHARE.comment;
  return page.comments.toReversed().map(({ authorName, createdAt, text }) => {
    return `comment ${write.date(createdAt)} ${quoteName(authorName)}: ${quoteWithin(text, most)}`;
  });
}
