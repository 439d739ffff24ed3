import { describeOperation } from '@talkan/board/describe';
import { fieldOperations } from '@talkan/board/field-operations';
import { longestIncreasing } from '@talkan/board/longest-increasing';
import { eitherOf } from '@talkan/board/tell-change';
import type { Board, Card, Id, Label } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Forms } from '@talkan/words/language';
import { plural, t } from '@talkan/words/words';

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

function kindOf(forms: Forms, operations: readonly Operation[]): Kind {
  return { say: (count) => plural(count, forms), operations };
}

function compareTitles(now: Board, past: Board): readonly Kind[] {
  const operations: Operation[] = now.title === past.title ? [] : [{ type: 'board.rename', title: past.title }];
  return [{ say: () => t`the board gets its old title`, operations }];
}

function compareColumns(now: Board, past: Board): readonly Kind[] {
  const kept = past.columns().filter(({ id }) => now.column(id));
  const back = past.columns().filter(({ id }) => !now.column(id));
  const gone = now.columns().filter(({ id }) => !past.column(id));
  const moved = movedAmong(idsOf(kept), idsOf(now.columns()));
  const renamed = kept.filter(({ id, title }) => now.column(id)?.title !== title);
  return [
    kindOf(
      { one: '# column comes back', other: '# columns come back' },
      back.map(({ id }) => ({ type: 'column.restore', columnId: id })),
    ),
    kindOf(
      { one: '# column is archived', other: '# columns are archived' },
      gone.map(({ id }) => ({ type: 'column.archive', columnId: id })),
    ),
    kindOf(
      { one: '# column moves', other: '# columns move' },
      moved.map((columnId) => ({ type: 'column.move', columnId, before: nextOf(idsOf(past.columns()), columnId) })),
    ),
    kindOf(
      { one: '# column gets its old name', other: '# columns get their old names' },
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
  return [
    kindOf(
      { one: '# card comes back', other: '# cards come back' },
      back.map(({ id }) => ({ type: 'card.restore', cardId: id })),
    ),
    kindOf(
      { one: '# card is archived', other: '# cards are archived' },
      gone.map(({ id }) => ({ type: 'card.archive', cardId: id })),
    ),
    kindOf({ one: '# card moves to another column', other: '# cards move to other columns' }, moved.map(moveOf)),
    kindOf(
      { one: '# card moves within its column', other: '# cards move within their columns' },
      movedWithin(now, past).map(moveOf),
    ),
    kindOf(
      { one: '# card gets its old text', other: '# cards get their old texts' },
      texts.map(({ card: { id, title, details } }) => ({ type: 'card.edit', cardId: id, title, details })),
    ),
  ];
}

function compareLabels(now: Board, past: Board): readonly Kind[] {
  const isThere = (board: Board, { id }: Label) => board.label(id)?.archivedAt === null;
  const known = past.labels().flatMap((label) => {
    const living = now.label(label.id);
    return living ? [{ label, living }] : [];
  });
  return [
    kindOf(
      { one: '# label is deleted', other: '# labels are deleted' },
      now.labels().flatMap((label) => (isThere(past, label) ? [] : [{ type: 'label.delete', labelId: label.id }])),
    ),
    kindOf(
      { one: '# label comes back', other: '# labels come back' },
      past.labels().flatMap((label) => (isThere(now, label) ? [] : [{ type: 'label.restore', labelId: label.id }])),
    ),
    kindOf(
      { one: '# label gets its old name or colour', other: '# labels get their old names or colours' },
      known.flatMap(({ label: { id: labelId, name, hue }, living }) => {
        const edit = { ...(name !== living.name && { name }), ...(hue !== living.hue && { hue }) };
        return Object.keys(edit).length === 0 ? [] : [{ type: 'label.edit', labelId, ...edit }];
      }),
    ),
  ];
}

const FIELDS: readonly (readonly [prefix: RegExp, forms: Forms])[] = [
  [/^card\.label$/, { one: '# card gets its old labels', other: '# cards get their old labels' }],
  [/^card\.assign$/, { one: '# card gets its old assignees', other: '# cards get their old assignees' }],
  [/^card\.schedule$/, { one: '# card gets its old dates', other: '# cards get their old dates' }],
  [/^card\.prioritize$/, { one: '# card gets its old priority', other: '# cards get their old priorities' }],
  [/^card\.estimate$/, { one: '# card gets its old estimate', other: '# cards get their old estimates' }],
  [/^(?:checklist|item)\./, { one: '# card gets its old checklists', other: '# cards get their old checklists' }],
  [/^card\.(?:un)?link$/, { one: '# card gets its old links', other: '# cards get their old links' }],
  [/^attachment\./, { one: '# card gets its old attachments', other: '# cards get their old attachments' }],
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
  return FIELDS.map(([prefix, forms]) => {
    const wanted = operations.filter(({ type }) => prefix.test(type));
    const cards = new Set(wanted.map((operation) => 'cardId' in operation && operation.cardId)).size;
    return {
      say: () => plural(cards, forms),
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
