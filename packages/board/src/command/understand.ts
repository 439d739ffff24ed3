import { decideChange } from '../decide.js';
import { describeOperation } from '../describe.js';
import type { Board, Card, Id } from '../model.js';
import type { Operation } from '../operations.js';
import { isRefusal } from '../refusal.js';
import { loadedFrom } from './archived.js';
import { indexOf, readForm } from './card-index.js';
import type { Asked, ChangeUnderstood, CommandContext, RefusedUnderstanding, Understanding } from './command.js';
import { answerAsked } from './answer-asked.js';
import { doubtAsked } from './doubt-asked.js';
import { noteNamesakes } from './note-namesakes.js';
import { GUARDED, guardOf, withoutPoliteness } from './guards.js';
import type { Act } from './intent.js';
import { isVerb, readClause, type ClauseReading } from './read-clause.js';
import type { Doubt } from './reading.js';
import type { Scene } from './scene.js';
import { sceneOf, withReader } from './slots.js';
import { suggestFor } from './suggest.js';
import { exceptionsOf } from './except.js';
import { topicsOf } from './topic.js';
import { readWords, textOf, type Said, type Span } from './words.js';

/** Longer than this it is a text, and no request. */
const MOST_WORDS = 80;
const CONNECTIVES = new Set(['and', 'then', ',', ';', '.', '&', 'also', 'plus']);

/** Understands what somebody said about a board; changes nothing. All of it is understood, or nothing is. */
export function understand(text: string, context: CommandContext): Understanding {
  const { asked } = context.talk;
  const answer = asked && answerAsked(asked, text);
  const plain = { ...context, talk: { ...context.talk, asked: null } };
  return understandText(answer ?? text, plain, (one) => understandText(one, plain, null));
}

/** What would come of other words; `null`: that is not looked into. */
type Try = ((text: string) => Understanding) | null;

function understandText(text: string, context: CommandContext, tryOut: Try): Understanding {
  const said = readWords(text);
  const span = withoutPoliteness(said, { from: 0, to: said.words.length });
  if (span.to <= span.from) return refuse(context, 'Say what is to be done, or ask about the board.');
  if (said.words.length > MOST_WORDS)
    return refuse(context, 'That is too long for a command. Say one thing at a time.');
  const guard = guardOf(said, span);
  if (guard) return refuse(context, GUARDED[guard]);
  const best = new BestDoubt();
  const scene = sceneOf(said, { context, isVerb });
  const progress = { done: [], verb: null };
  const understood =
    readFrom(scene, span, { ...progress, best, mayCarry: false }) ??
    readFrom(scene, span, { ...progress, best: new BestDoubt(), mayCarry: true }) ??
    readTopic(scene, span) ??
    readExcepting(scene, span);
  if (understood) return doubtAsked(said, understood) ?? understood;
  const asking = best.doubts.map((doubt) => askFor(said, doubt)).find(({ asked }) => mayHelp(asked, tryOut));
  if (asking) return asking;
  return refuse(context, best.reason ?? 'Not all of that was understood, so nothing is done.', best.understood);
}

/** What is said of some cards, and not meant of others, which are named behind it. */
function readExcepting(scene: Scene, span: Span): Understanding | null {
  for (const { said, without } of exceptionsOf(scene, span)) {
    const all = readFrom(scene, said, { done: [], verb: null, best: new BestDoubt(), mayCarry: false });
    const left = all && without(all);
    if (left) return left;
  }
  return null;
}

/** First what it is about, then what is to be done with it. */
function readTopic(scene: Scene, span: Span): Understanding | null {
  for (const topic of topicsOf(scene, span)) {
    const progress = { done: [], verb: null, best: new BestDoubt(), mayCarry: false };
    const understood = readFrom(topic.scene, topic.rest, progress);
    if (understood && topic.isOnlyAbout(understood)) return understood;
  }
  return null;
}

/** What came nearest to being understood. */
class BestDoubt {
  readonly doubts: Doubt[] = [];
  reason: string | null = null;
  understood: readonly string[] = [];

  note(act: Act, sentences: readonly string[]): void {
    if (typeof act === 'string') this.reason ??= act;
    else if (isDoubt(act)) this.doubts.push(act);
    if (sentences.length > this.understood.length) this.understood = sentences;
  }
}

interface Progress {
  readonly done: readonly Step[];
  readonly best: BestDoubt;
  /** The verb of the clause before, for one that leaves its own out. */
  readonly verb: string | null;
  /** Whether clauses may leave theirs out: only where nothing else makes sense of all of it. */
  readonly mayCarry: boolean;
}

interface Step {
  readonly operations: readonly Operation[];
  readonly sentences: readonly string[];
  readonly cardIds: readonly Id[];
  readonly sure: number;
}

/** Understands the words from here on, clause by clause: as many clauses as there can be. */
function readFrom(scene: Scene, span: Span, progress: Progress): Understanding | null {
  const { said } = scene;
  for (let to = span.from + 1; to <= span.to; to += 1) {
    const isEnd = to === span.to;
    if (!isEnd && !isConnective(said, to)) continue;
    const clause = withoutPoliteness(said, { from: span.from, to });
    if (clause.to <= clause.from || guardOf(said, clause)) continue;
    const understood = readClauseAt(scene, { clause, to, end: span.to }, progress);
    if (understood) return understood;
  }
  return readWithVerb(scene, span, progress);
}

/** “Assign this to Ana and that to Ben”: the verb of the first clause is that of the second. */
function readWithVerb(scene: Scene, { from, to }: Span, { done, verb, mayCarry }: Progress): Understanding | null {
  const { said, isVerb: canBegin } = scene;
  const first = said.words[from];
  if (!mayCarry || verb === null || !first || canBegin(first.norm) || TOWARDS.has(first.norm)) return null;
  // What is to be added is named by nothing but its title.
  if (first.kind !== 'quote' && CREATES.has(verb)) return null;
  const whole = readWords(`${verb} ${said.text.slice(first.start, said.words[to - 1]?.end)}`);
  const span = { from: 0, to: whole.words.length };
  return readFrom(withReader({ ...scene, said: whole }), span, { done, best: new BestDoubt(), verb: null, mayCarry });
}

const TOWARDS = new Set(['to', 'into', 'in', 'on', 'at', 'from', 'for', 'with', 'by']);
const CREATES = new Set(['add', 'create', 'new', 'insert', 'make']);

/** A card whose title is all of these words: that it begins with a verb makes it no command. */
function cardTitled({ said, board, context }: Scene, clause: Span): Card | undefined {
  if (clause.to - clause.from < 2) return undefined;
  // The index of the board as it was: one of each board that a clause leaves would take longer than all the rest.
  const [id] = indexOf(context.board).byTitle.get(readForm(textOf(said, clause)).plain) ?? [];
  return id === undefined ? undefined : board.card(id);
}

/** Whether a clause is about other cards, which are called just so. */
function isSureOfOthers({ act, sure }: ClauseReading, { id }: Card): boolean {
  const isAbout = (operation: Operation) => 'cardId' in operation && operation.cardId !== id;
  return sure === 1 && isOperations(act) && act.length > 0 && act.every(isAbout);
}

interface At {
  readonly clause: Span;
  readonly to: number;
  readonly end: number;
}

function readClauseAt(scene: Scene, { clause, to, end }: At, progress: Progress): Understanding | null {
  const sentences = progress.done.flatMap((step) => step.sentences);
  const readings = readClause(scene, clause);
  const [first] = readings;
  const titled = cardTitled(scene, clause);
  // “Delete old emails” may be what is to be done, or the card that is called so.
  if (titled && !(first && isSureOfOthers(first, titled))) {
    progress.best.note(`“${titled.title}” is the title of a card. Say what is to be done with it.`, sentences);
    return null;
  }
  if (!first) return null;
  const { act } = first;
  if (typeof act === 'string' || isDoubt(act)) {
    progress.best.note(act, sentences);
    return null;
  }
  if (!isOperations(act)) {
    // A question, an undo or a filter stands alone.
    return progress.done.length === 0 && to === end ? act : null;
  }
  const rival = rivalOf(readings);
  if (rival) {
    const why = 'That can be understood in two ways. Put what is a title in quotation marks.';
    progress.best.note(isDoubt(rival.act) ? rival.act : why, sentences);
    return null;
  }
  const step = take(scene, act, first.sure);
  if (typeof step === 'string') {
    progress.best.note(step, sentences);
    return null;
  }
  const done = [...progress.done, step.step];
  if (to === end) return changeOf(scene.context.board, done);
  const next = withReader({ ...step.scene, before: first.intent.family });
  const begins = scene.said.words[clause.from]?.norm ?? '';
  const verb = isVerb(begins) ? begins : null;
  return readFrom(next, skipConnectives(scene.said, { from: to, to: end }), { ...progress, done, verb });
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
  readonly scene: Scene;
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
  const nameOf = (id: Id) => context.people.find((person) => person.id === id)?.name;
  const sentences: string[] = [];
  let board: Board = scene.board;
  for (const operation of operations) {
    const decision = decideChange(board, [operation], {
      actorId: context.actorId,
      role: context.role,
      now: context.now,
      loaded: loadedFrom(context),
      people: new Set(context.people.map(({ id }) => id)),
    });
    if (isRefusal(decision)) return decision.message;
    sentences.push(describeOperation(board, operation, { tense: 'proposed', nameOf, after: decision.board }));
    board = decision.board;
  }
  const cardIds = [...new Set(operations.flatMap(cardsIn))];
  const freshIds = operations.flatMap((operation) =>
    operation.type === 'card.create' || operation.type === 'card.edit' ? [operation.cardId] : [],
  );
  return {
    step: { operations, sentences, cardIds, sure },
    scene: withReader({
      ...scene,
      board,
      freshIds: [...new Set([...scene.freshIds, ...freshIds])],
      spokenIds: cardIds.length > 0 ? cardIds : scene.spokenIds,
    }),
  };
}

function changeOf(board: Board, steps: readonly Step[]): ChangeUnderstood {
  const operations = steps.flatMap((step) => step.operations);
  return {
    kind: 'change',
    operations,
    note: noteNamesakes(board, operations),
    sentences: steps.flatMap((step) => step.sentences),
    cardIds: steps.at(-1)?.cardIds ?? [],
    sure: Math.min(...steps.map((step) => step.sure)),
  };
}

function isConnective({ words }: Said, index: number): boolean {
  const word = words[index];
  return word !== undefined && word.kind !== 'quote' && CONNECTIVES.has(word.norm);
}

function skipConnectives(said: Said, { from, to }: Span): Span {
  let start = from;
  while (start < to && isConnective(said, start)) start += 1;
  return { from: start, to };
}

function isOperations(act: Act): act is readonly Operation[] {
  return Array.isArray(act);
}

function isDoubt(act: Act): act is Doubt {
  return typeof act === 'object' && !isOperations(act) && 'span' in act;
}

/** Whether something can come of a question: one that leads nowhere whatever is chosen is not asked. */
function mayHelp({ before, after, choices }: Asked, tryOut: Try): boolean {
  return tryOut === null || choices.some(({ words }) => tryOut(`${before}${words}${after}`).kind !== 'refused');
}

function askFor(said: Said, { question, choices, span }: Doubt): Extract<Understanding, { kind: 'ask' }> {
  const start = said.words[span.from]?.start ?? 0;
  const end = said.words[span.to - 1]?.end ?? said.text.length;
  return {
    kind: 'ask',
    question,
    asked: { before: said.text.slice(0, start), after: said.text.slice(end).replace(/^\s*\?+\s*$/u, ''), choices },
  };
}

function refuse(context: CommandContext, reason: string, understood: readonly string[] = []): RefusedUnderstanding {
  return { kind: 'refused', reason, understood, suggestions: suggestFor(context) };
}
