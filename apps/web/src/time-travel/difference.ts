import { describeOperation } from '@talkan/board/describe';
import { fieldOperations } from '@talkan/board/field-operations';
import { longestIncreasing } from '@talkan/board/longest-increasing';
import { eitherOf } from '@talkan/board/tell-change';
import type { Board, Card, Id, Label } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { t } from '@talkan/words/words';

/** What would become of today's board if it were made what it was. */
export interface Difference {
  /** How much of each kind, in words: `12 cards come back`. Empty: the boards show the same. */
  readonly counts: readonly string[];
  /** The first of what would be done, one sentence each. */
  readonly sentences: readonly string[];
  /** How many more there would be. */
  readonly more: number;
}

/** Who may be assigned again, and what people are called. */
export interface PeopleOfBoard {
  readonly isMember: (userId: Id) => boolean;
  readonly nameOf: (userId: Id) => string | undefined;
}

const MOST_SENTENCES = 4;

/** Compares what two boards show. What was deleted for ever since counts as coming back: who only sees the boards cannot know of it. */
export function compareBoards(now: Board, past: Board, people: PeopleOfBoard): Difference {
  const kinds = [
    ...compareTitles(now, past),
    ...compareColumns(now, past),
    ...compareLabels(now, past),
    ...compareCards(now, past),
    ...compareFields(now, past, people),
  ];
  const there = kinds.filter(({ operations }) => operations.length > 0);
  const operations = there.flatMap((kind) => kind.operations);
  const view = eitherOf(now, past);
  const first = operations.slice(0, MOST_SENTENCES);
  return {
    counts: there.map((kind) => kind.say(kind.operations.length)),
    sentences: first.map((operation) =>
      describeOperation(view, operation, { tense: 'proposed', nameOf: people.nameOf }),
    ),
    more: operations.length - first.length,
  };
}

interface Kind {
  readonly say: (count: number) => string;
  readonly operations: readonly Operation[];
}

function compareTitles(now: Board, past: Board): readonly Kind[] {
  const operations: Operation[] = now.title === past.title ? [] : [{ type: 'board.rename', title: past.title }];
  return [{ say: () => 'the board gets its old title', operations }];
}

function compareColumns(now: Board, past: Board): readonly Kind[] {
  const kept = past.columns().filter(({ id }) => now.column(id));
  const back = past.columns().filter(({ id }) => !now.column(id));
  const gone = now.columns().filter(({ id }) => !past.column(id));
  const moved = movedAmong(idsOf(kept), idsOf(now.columns()));
  const renamed = kept.filter(({ id, title }) => now.column(id)?.title !== title);
  const columns = (one: string, many: string, operations: readonly Operation[]): Kind => {
    return { say: (count) => (count === 1 ? t`1 column ${one}` : t`${count} columns ${many}`), operations };
  };
  return [
    columns(
      'comes back',
      'come back',
      back.map(({ id }) => ({ type: 'column.restore', columnId: id })),
    ),
    columns(
      'is archived',
      'are archived',
      gone.map(({ id }) => ({ type: 'column.archive', columnId: id })),
    ),
    columns(
      'moves',
      'move',
      moved.map((columnId) => ({ type: 'column.move', columnId, before: nextOf(idsOf(past.columns()), columnId) })),
    ),
    columns(
      'gets its old name',
      'get their old names',
      renamed.map(({ id, title }) => ({ type: 'column.rename', columnId: id, title })),
    ),
  ];
}

function compareCards(now: Board, past: Board): readonly Kind[] {
  const then = cardsOf(past);
  const kept = then.flatMap((card) => {
    const living = now.card(card.id);
    return living ? [{ card, living }] : [];
  });
  const gone = cardsOf(now).filter(({ id }) => !past.card(id));
  const back = then.filter(({ id }) => !now.card(id));
  const moved = kept.filter(({ card, living }) => card.columnId !== living.columnId).map(({ card }) => card);
  const texts = kept.filter(({ card, living }) => card.title !== living.title || card.details !== living.details);
  const cards = (one: string, many: string, operations: readonly Operation[]): Kind => {
    return { say: (count) => (count === 1 ? t`1 card ${one}` : t`${count} cards ${many}`), operations };
  };
  return [
    cards(
      'comes back',
      'come back',
      back.map(({ id }) => ({ type: 'card.restore', cardId: id })),
    ),
    cards(
      'is archived',
      'are archived',
      gone.map(({ id }) => ({ type: 'card.archive', cardId: id })),
    ),
    cards('moves to another column', 'move to other columns', moved.map(moveOf)),
    cards('moves within its column', 'move within their columns', movedWithin(now, past).map(moveOf)),
    cards(
      'gets its old text',
      'get their old texts',
      texts.map(({ card: { id, title, details } }) => ({ type: 'card.edit', cardId: id, title, details })),
    ),
  ];
}

function compareLabels(now: Board, past: Board): readonly Kind[] {
  const isThere = (board: Board, { id }: Label) => board.label(id)?.archivedAt === null;
  const labels = (one: string, many: string, operations: readonly Operation[]): Kind => {
    return { say: (count) => (count === 1 ? t`1 label ${one}` : t`${count} labels ${many}`), operations };
  };
  const known = past.labels().flatMap((label) => {
    const living = now.label(label.id);
    return living ? [{ label, living }] : [];
  });
  return [
    labels(
      'is deleted',
      'are deleted',
      now.labels().flatMap((label) => (isThere(past, label) ? [] : [{ type: 'label.delete', labelId: label.id }])),
    ),
    labels(
      'comes back',
      'come back',
      past.labels().flatMap((label) => (isThere(now, label) ? [] : [{ type: 'label.restore', labelId: label.id }])),
    ),
    labels(
      'gets its old name or colour',
      'get their old names or colours',
      known.flatMap(({ label: { id: labelId, name, hue }, living }) => {
        const edit = { ...(name !== living.name && { name }), ...(hue !== living.hue && { hue }) };
        return Object.keys(edit).length === 0 ? [] : [{ type: 'label.edit', labelId, ...edit }];
      }),
    ),
  ];
}

const FIELDS: readonly (readonly [prefix: RegExp, one: string, many: string])[] = [
  [/^card\.label$/, 'its old labels', 'their old labels'],
  [/^card\.assign$/, 'its old assignees', 'their old assignees'],
  [/^card\.schedule$/, 'its old dates', 'their old dates'],
  [/^card\.prioritize$/, 'its old priority', 'their old priorities'],
  [/^card\.estimate$/, 'its old estimate', 'their old estimates'],
  [/^(?:checklist|item)\./, 'its old checklists', 'their old checklists'],
  [/^card\.(?:un)?link$/, 'its old links', 'their old links'],
  [/^attachment\./, 'its old attachments', 'their old attachments'],
];

/** What cards have beside their texts and places, as far as they are on both boards. */
function compareFields(now: Board, past: Board, { isMember }: PeopleOfBoard): readonly Kind[] {
  const operations = cardsOf(past).flatMap((then) => {
    const card = now.card(then.id);
    if (!card) return [];
    const isOnBoth = ({ cardId }: { readonly cardId: Id }) => now.card(cardId) !== undefined;
    return fieldOperations(
      then.id,
      { ...card, labelIds: now.labelsOf(card).map(({ id }) => id), links: card.links.filter(isOnBoth) },
      {
        ...then,
        labelIds: past.labelsOf(then).map(({ id }) => id),
        assigneeIds: then.assigneeIds.filter((id) => isMember(id) || card.assigneeIds.includes(id)),
        links: then.links.filter(isOnBoth),
      },
    );
  });
  return FIELDS.map(([prefix, one, many]) => {
    const wanted = operations.filter(({ type }) => prefix.test(type));
    const cards = new Set(wanted.map((operation) => 'cardId' in operation && operation.cardId)).size;
    return {
      say: () => (cards === 1 ? t`1 card gets ${one}` : t`${cards} cards get ${many}`),
      operations: wanted,
    };
  });
}

function moveOf({ id, columnId }: Card): Operation {
  return { type: 'card.move', cardId: id, columnId };
}

/** Cards that are in the column that they were in, but not in the order that they had there. */
function movedWithin(now: Board, past: Board): readonly Card[] {
  return past.columns().flatMap(({ id: columnId }) => {
    const then = past.cardsIn(columnId).filter(({ id }) => now.card(id)?.columnId === columnId);
    const moved = new Set(movedAmong(idsOf(then), idsOf(now.cardsIn(columnId))));
    return then.filter(({ id }) => moved.has(id));
  });
}

/** The fewest of `then` that have to move for all of them to be in that order again. */
function movedAmong(then: readonly Id[], now: readonly Id[]): readonly Id[] {
  const places = new Map(now.map((id, index) => [id, index]));
  const staying = new Set(longestIncreasing(then.map((id) => places.get(id) ?? -1)));
  return then.filter((_, position) => !staying.has(position));
}

function nextOf(ids: readonly Id[], id: Id): Id | undefined {
  return ids[ids.indexOf(id) + 1];
}

function idsOf(rows: readonly { readonly id: Id }[]): readonly Id[] {
  return rows.map(({ id }) => id);
}

function cardsOf(board: Board): readonly Card[] {
  return board.columns().flatMap(({ id }) => board.cardsIn(id));
}
