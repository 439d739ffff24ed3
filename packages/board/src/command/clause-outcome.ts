import { decideChange } from '../decide.js';
import type { DecideContext } from '../decide-context.js';
import { describeOperation } from '../describe.js';
import type { Board, Card, Id } from '../model.js';
import type { Operation } from '../operations.js';
import { isRefusal } from '../refusal.js';
import type { Telling } from '../teller.js';
import { loadedFrom } from './archived.js';
import { indexOf, readForm } from './card-index.js';
import type { Understanding } from './command.js';
import type { Act } from './intent.js';
import { onceInScene } from './once-in-scene.js';
import { readClause, type ClauseReading } from './read-clause.js';
import type { Doubt } from './reading.js';
import type { Scene } from './scene.js';
import { withReader } from './slots.js';
import { textOf, type Span } from './words.js';

/** What is done by a clause. */
export interface Step {
  readonly operations: readonly Operation[];
  readonly sentences: readonly string[];
  readonly cardIds: readonly Id[];
  readonly sure: number;
}

/** A step, and where the next clause is understood; what stands alone; or what is in the way. */
type Outcome =
  | { readonly step: Step; readonly next: Scene }
  | { readonly alone: Understanding }
  | { readonly hurdle: Doubt | string }
  | null;

/** What a clause comes to: it is come by in several ways. */
export const outcomeOf = onceInScene(understandClause);

function understandClause(scene: Scene, clause: Span): Outcome {
  const readings = readClause(scene, clause);
  const [first] = readings;
  const titled = cardTitled(scene, clause);
  // “Delete old emails” may be what is to be done, or the card that is called so.
  if (titled && !(first && isSureOfOthers(first, titled))) {
    return { hurdle: `“${titled.title}” is the title of a card. Say what is to be done with it.` };
  }
  if (!first) return null;
  const { act } = first;
  if (typeof act === 'string' || isDoubt(act)) return { hurdle: act };
  if (!isOperations(act)) return { alone: act };
  const rival = rivalOf(readings);
  if (rival) {
    const why = 'That can be understood in two ways. Put what is a title in quotation marks.';
    return { hurdle: isDoubt(rival.act) ? rival.act : why };
  }
  const taken = take(scene, act, first.sure);
  if (typeof taken === 'string') return { hurdle: taken };
  return { step: taken.step, next: withReader({ ...taken.after, before: first.intent.family }) };
}

/** A reading that is as good as the first and comes to something else. */
function rivalOf([first, ...others]: readonly ClauseReading[]): ClauseReading | undefined {
  if (!first) return undefined;
  const key = keyOf(first.act);
  return others.find(({ act, sure, literal }) => sure >= first.sure && literal === first.literal && keyOf(act) !== key);
}

const IDS_MADE: Readonly<Record<string, string>> = {
  'card.create': 'cardId',
  'column.create': 'columnId',
  'label.create': 'labelId',
  'checklist.create': 'checklistId',
  'item.create': 'itemId',
  'comment.create': 'commentId',
};

/** What it comes to, to be compared: new ids are others each time, and stand here as the first, the second and so on. */
function keyOf(act: Act): string {
  const made = new Map<unknown, number>();
  for (const operation of isOperations(act) ? act : []) {
    const name = IDS_MADE[operation.type];
    if (name !== undefined) made.set(Object.entries(operation).find(([key]) => key === name)?.[1], made.size);
  }
  return JSON.stringify(act, (_, value: unknown) => made.get(value) ?? value);
}

interface Taken {
  readonly step: Step;
  readonly after: Parameters<typeof withReader>[0];
}

/** The cards that an operation is about: of a link both, so that “it” is neither of them. */
function cardsIn(operation: Operation): readonly Id[] {
  if (!('cardId' in operation)) return [];
  return 'otherId' in operation ? [operation.cardId, operation.otherId] : [operation.cardId];
}

/** The board after the clause, or why it cannot be done. */
function take(scene: Scene, operations: readonly Operation[], sure: number): Taken | string {
  const { context } = scene;
  if (operations.length === 0) return 'There is nothing to do for that.';
  const deciding: DecideContext = {
    actorId: context.actorId,
    role: context.role,
    now: context.now,
    // The archive is read by whoever asks for it.
    loaded: operations.some(bringsBack) ? loadedFrom(context) : new Map(),
    people: new Set(context.people.map(({ id }) => id)),
  };
  const decision = decideChange(scene.board, operations, deciding);
  if (isRefusal(decision)) return decision.message;
  const names = new Map(context.people.map(({ id, name }) => [id, name]));
  const telling: Telling = { tense: 'proposed', nameOf: (id) => names.get(id), after: decision.board };
  // Thousands of cards are soon told where no operation builds on another.
  const sentences = areApart(operations)
    ? operations.map((operation) => describeOperation(scene.board, operation, telling))
    : tellInTurn(scene.board, operations, { deciding, telling });
  const cardIds = [...new Set(operations.flatMap(cardsIn))];
  const freshIds = operations.flatMap((operation) =>
    operation.type === 'card.create' || operation.type === 'card.edit' ? [operation.cardId] : [],
  );
  return {
    step: { operations, sentences, cardIds, sure },
    after: {
      ...scene,
      board: decision.board,
      freshIds: [...new Set([...scene.freshIds, ...freshIds])],
      spokenIds: cardIds.length > 0 ? cardIds : scene.spokenIds,
    },
  };
}

function bringsBack({ type }: Operation): boolean {
  return type === 'card.restore' || type === 'column.restore';
}

/** Whether each is about a card of its own that was there before. */
function areApart(operations: readonly Operation[]): boolean {
  const about = operations.flatMap(cardsIn);
  return new Set(about).size === operations.length && operations.every(({ type }) => IDS_MADE[type] === undefined);
}

/** Each as it is told after those before it. */
function tellInTurn(before: Board, operations: readonly Operation[], { deciding, telling }: InTurn): readonly string[] {
  let board = before;
  return operations.map((operation) => {
    const decision = decideChange(board, [operation], deciding);
    const after = isRefusal(decision) ? board : decision.board;
    const sentence = describeOperation(board, operation, { ...telling, after });
    board = after;
    return sentence;
  });
}

interface InTurn {
  readonly deciding: DecideContext;
  readonly telling: Telling;
}

/** A card whose title is all of these words: that it begins with a verb makes it no command. */
function cardTitled({ said, board, context }: Scene, clause: Span): Card | undefined {
  if (clause.to - clause.from < 2) return undefined;
  // The index of the board as it was: one of each board that a clause leaves would take longer than all the rest.
  const [id] = indexOf(context.board).titled(readForm(textOf(said, clause)).plain);
  return id === undefined ? undefined : board.card(id);
}

/** Whether a clause is about other cards, which are called just so. */
function isSureOfOthers({ act, sure }: ClauseReading, { id }: Card): boolean {
  const isAbout = (operation: Operation) => 'cardId' in operation && operation.cardId !== id;
  return sure === 1 && isOperations(act) && act.length > 0 && act.every(isAbout);
}

function isOperations(act: Act): act is readonly Operation[] {
  return Array.isArray(act);
}

function isDoubt(act: Act): act is Doubt {
  return typeof act === 'object' && !isOperations(act) && 'span' in act;
}
