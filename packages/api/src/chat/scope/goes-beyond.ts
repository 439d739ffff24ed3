import type { Understanding } from '@talkan/board/command/command';
import type { Board, Id, Time } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { plural } from '@talkan/words/words';
import type { ChatRequest } from '../chat-request.js';
import { createAbout } from './about.js';
import { readSentences, type Reading, type Sentence } from './clauses.js';
import { isCardEffect } from './effects.js';
import type { Ground } from './ground.js';
import { findUnasked } from './find-unasked.js';
import { createNames, type Person } from './names.js';
import { createTexts } from './texts.js';
import { createUnderstood } from './understood.js';
import { titlesOf, type Named } from './titles.js';
import type { StageBase } from '../staging/stage.js';

/** What a person said, and what it was about. */
export interface Scope {
  readonly board: Board;
  /** What is archived and can be named: it is not on the board. */
  readonly archive: {
    readonly cards: readonly Named[];
    readonly columns: readonly { readonly id: Id; readonly title: string }[];
  };
  /** The person's message. A text that was pasted with it is no part of it. */
  readonly said: string;
  /** The person's own messages before it, the last one last. */
  readonly earlier: readonly string[];
  readonly people: readonly Person[];
  readonly actorId: Id;
  readonly now: Time;
  /** What the command language makes of the message: it reads nothing else. */
  readonly understood: readonly Operation[];
}

/** What the person of a request said, on the board that the turn started from. */
export function scopeOf(
  { messages }: Pick<ChatRequest, 'messages'>,
  base: StageBase,
  understood: Understanding,
): Scope {
  const own = messages.flatMap(({ role, content }) => (role === 'user' ? [content] : []));
  const { board, archive, people, context } = base;
  return {
    board,
    archive,
    people,
    said: own.at(-1) ?? '',
    earlier: own.slice(0, -1),
    actorId: context.actorId,
    now: context.now,
    understood: understood.kind === 'change' ? understood.operations : [],
  };
}

/** So far back “it” can reach. */
const MOST_EARLIER = 3;
/** Who touches more cards needs a yes for their number alone. */
const MOST_CARDS = 12;

/**
 * Why what a turn came to is more than the person’s own words ask for, fit for “This would …”, or null. A model may have been misled by what
 * stands on the board: what is done at once has to be grounded in what the person wrote, whoever wrote the rest. When unsure it goes beyond.
 */
export function goesBeyond(operations: readonly Operation[], scope: Scope): string | null {
  const touched = new Set(operations.flatMap((operation) => ('cardId' in operation ? [operation.cardId] : [])));
  if (touched.size > MOST_CARDS)
    return plural(touched.size, { one: 'touch # card at once', other: 'touch # cards at once' });
  const { board, archive, people, actorId, now } = scope;
  const titles = titlesOf(board, archive.cards);
  const names = createNames({
    board,
    people,
    actorId,
    columns: [
      ...archive.columns,
      ...operations.flatMap((one) => (one.type === 'column.create' ? [{ id: one.columnId, title: one.title }] : [])),
    ],
    labels: operations.flatMap((one) => (one.type === 'label.create' ? [{ id: one.labelId, name: one.name }] : [])),
  });
  const reading: Reading = { key: board.key, titles, touched, findNames: names.allIn };
  const said = readSentences(scope.said, reading);
  const earlier = scope.earlier
    .slice(-MOST_EARLIER)
    .toReversed()
    .map((message): readonly Sentence[] => readSentences(message, reading));
  const texts = createTexts(said.flatMap(({ wants, text }) => (wants ? [text] : [])).join('\n'));
  const about = createAbout({ said, earlier, names, usedOf: texts.usedOf });
  const ground: Ground = {
    board,
    titles,
    names,
    texts,
    about,
    now,
    understood: createUnderstood(board, scope.understood),
    sentences: [...said, ...earlier.flat()],
    created: new Map(),
    columnOf: new Map(),
  };
  // Which words are texts is to be known before any of them can name a card.
  const inOrder = [...operations.filter((one) => !isCardEffect(one)), ...operations.filter(isCardEffect)];
  return findUnasked(inOrder, ground);
}
