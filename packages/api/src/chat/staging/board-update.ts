import { randomUUID } from 'node:crypto';
import { contentOf, diff, type BoardContent, type CardContent } from '@talkan/board/diff';
import type { Board, Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { mergeOrder } from './merge-order.js';
import { asArray, asFields, asText, type Fields } from '../replies/records.js';
import type { Named, Names } from './short-ids.js';

interface WantedColumn {
  readonly id: Id;
  readonly title: string;
  /** Left out: its cards stay as they are. */
  readonly cardIds: readonly Id[] | null;
}

/**
 * The operations that lead from the board at the turn's start to the one that the model sent. Columns, cards and texts that
 * it left out stay, so nothing is ever archived by it. Gives a sentence for the model where the board makes no sense.
 */
export function readBoardUpdate(start: Board, update: Fields, names: Names): readonly Operation[] | string {
  try {
    return diff(contentOf(start), readContent(contentOf(start), update, names));
  } catch (error) {
    if (error instanceof NonsenseError) return error.message;
    throw error;
  }
}

class NonsenseError extends Error {}

function readContent(from: BoardContent, update: Fields, names: Names): BoardContent {
  const fresh = new Map<string, Id>();
  const ids = new Map(from.columns.flatMap((column) => [column, ...column.cards]).map(({ id }) => [id, id]));
  /** Unknown ids are new things: each gets an id of its own, under which the board does not know it yet. */
  const idFor = (entity: Named, name: string): Id => {
    const known = names.resolve(entity, name);
    if (known !== null && ids.has(known)) return known;
    const made = fresh.get(`${entity} ${name}`) ?? randomUUID();
    fresh.set(`${entity} ${name}`, made);
    return made;
  };
  const cards = readCards(from, update, idFor);
  const columns = readColumns(from, update, { cards, idFor });
  return { columns: placeCards(from, columns, cards) };
}

type IdFor = (entity: Named, name: string) => Id;

/** Texts of all cards: as they were, with what was sent on top. */
function readCards(from: BoardContent, update: Fields, idFor: IdFor): Map<Id, CardContent> {
  const cards = new Map(from.columns.flatMap((column) => column.cards).map((card) => [card.id, card]));
  const sent = asFields(update['cards']);
  const listed = sent ? Object.entries(sent) : asArray(update['cards']).map((card) => ['', card] as const);
  const nested = asArray(update['columns']).flatMap((column) => asArray(asFields(column)?.['cards']));
  for (const [key, raw] of [...listed, ...nested.map((card) => ['', card] as const)]) {
    const card = asFields(raw);
    const name = key || asText(card?.['id']);
    if (!card || name === '') continue;
    const id = idFor('card', name);
    const was = cards.get(id);
    cards.set(id, {
      id,
      title: typeof card['title'] === 'string' ? card['title'] : (was?.title ?? ''),
      details: typeof card['details'] === 'string' ? card['details'] : (was?.details ?? ''),
    });
  }
  return cards;
}

interface Known {
  readonly cards: ReadonlyMap<Id, CardContent>;
  readonly idFor: IdFor;
}

function readColumns(from: BoardContent, update: Fields, { cards, idFor }: Known): WantedColumn[] {
  const placed = new Set<Id>();
  const columns = asArray(update['columns']).map((raw): WantedColumn => {
    const column = asFields(raw);
    const name = asText(column?.['id']) || asText(column?.['title']);
    if (!column || name === '') throw new NonsenseError('board_update.columns: every column needs an id.');
    const id = idFor('column', name);
    const was = from.columns.find((candidate) => candidate.id === id);
    const title = asText(column['title']) || was?.title;
    if (title === undefined)
      throw new NonsenseError(`There is no column ${JSON.stringify(name)}, and a new one needs a title.`);
    const list = column['cardIds'] ?? column['cards'];
    return { id, title, cardIds: Array.isArray(list) ? list.map((card) => place(card)) : null };
  });

  function place(raw: unknown): Id {
    const name = typeof raw === 'string' ? raw : asText(asFields(raw)?.['id']);
    const id = idFor('card', name);
    const title = cards.get(id)?.title;
    if (title === undefined)
      throw new NonsenseError(`There is no card ${JSON.stringify(name)}, and nothing says what a new one is called.`);
    if (placed.has(id)) throw new NonsenseError(`The card ${JSON.stringify(name)} stands in two places.`);
    placed.add(id);
    return id;
  }

  if (new Set(columns.map((column) => column.id)).size < columns.length) {
    throw new NonsenseError('board_update.columns: a column stands in two places.');
  }
  return columns;
}

function placeCards(
  from: BoardContent,
  wanted: readonly WantedColumn[],
  cards: ReadonlyMap<Id, CardContent>,
): BoardContent['columns'] {
  const known = new Map(from.columns.map((column) => [column.id, column]));
  const sent = new Map(wanted.map((column) => [column.id, column]));
  const placed = new Set(wanted.flatMap((column) => column.cardIds ?? []));
  const order = mergeOrder(
    from.columns.map((column) => column.id),
    wanted.map((column) => column.id),
  );
  const columns = order.map((id) => {
    const column = sent.get(id);
    const listed = column?.cardIds ?? [];
    const inList = new Set(listed);
    // What was put into another column leaves; what nobody mentioned stays.
    const staying = (known.get(id)?.cards ?? [])
      .map((card) => card.id)
      .filter((card) => inList.has(card) || !placed.has(card));
    const cardIds = mergeOrder(staying, listed);
    return {
      id,
      title: column?.title ?? known.get(id)?.title ?? '',
      cards: cardIds.flatMap((cardId) => cards.get(cardId) ?? []),
    };
  });
  const onBoard = new Set(columns.flatMap((column) => column.cards.map((card) => card.id)));
  const lost = [...cards.values()].find((card) => !onBoard.has(card.id));
  if (lost) throw new NonsenseError(`No column's cardIds say where the new card ${JSON.stringify(lost.title)} goes.`);
  return columns;
}
