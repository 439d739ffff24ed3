import type { Board } from '../model.js';
import { outcomeOf, type Step } from './clause-outcome.js';
import type { Asked, ChangeUnderstood, CommandContext, RefusedUnderstanding, Understanding } from './command.js';
import { answerAsked } from './answer-asked.js';
import { doubtAsked } from './doubt-asked.js';
import { noteNamesakes } from './note-namesakes.js';
import { grammarOf } from './grammar.js';
import { GUARDED, guardOf, withoutPoliteness } from './guards.js';
import { sayHowFar } from './how-far.js';
import type { Doubt } from './reading.js';
import type { Scene } from './scene.js';
import { sceneOf, withReader } from './slots.js';
import { suggestFor } from './suggest.js';
import { exceptionsOf } from './except.js';
import { topicsOf } from './topic.js';
import { readWords, type Said, type Span } from './words.js';

/** Longer than this it is a text, and no request. */
const MOST_WORDS = 80;
const CONNECTIVES = new Set(['and', 'then', ',', ';', '.', '&', 'also', 'plus']);

/** Understands what somebody said about a board; changes nothing. All of it is understood, or nothing is. */
export function understand(text: string, context: CommandContext): Understanding {
  const { asked } = context.talk;
  const answer = asked && answerAsked(asked, text);
  return understandText(answer ?? text, context, (one) => understandText(one, context, null));
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
  const scene = sceneOf(said, { context, isVerb: grammarOf(context).isVerb });
  const progress = { done: [], verb: null };
  const understood =
    readFrom(scene, span, { ...progress, best, mayCarry: false }) ??
    readFrom(scene, span, { ...progress, best: new BestDoubt(), mayCarry: true }) ??
    readTopic(scene, span) ??
    readExcepting(scene, span);
  if (understood) return doubtAsked(said, understood) ?? understood;
  const asking = best.doubts.map((doubt) => askFor(said, doubt)).find(({ asked }) => mayHelp(asked, tryOut));
  if (asking) return asking;
  // What is only tried out tells nobody.
  return refuse(context, best.reason ?? (tryOut ? sayHowFar(scene, span) : ''), best.understood);
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

  note(hurdle: Doubt | string, sentences: readonly string[]): void {
    if (typeof hurdle === 'string') this.reason ??= hurdle;
    else this.doubts.push(hurdle);
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
  const understood = readFrom(withReader({ ...scene, said: whole }), span, {
    done,
    best: new BestDoubt(),
    verb: null,
    mayCarry,
  });
  return understood && goesOn(understood, done) ? understood : null;
}

/** Behind a card that is added, a clause without a verb adds another: `add "a" and "b" to the list of c` adds no card. */
function goesOn(understood: Understanding, done: readonly Step[]): boolean {
  if (understood.kind !== 'change' || done.at(-1)?.operations[0]?.type !== 'card.create') return true;
  return understood.operations[done.flatMap(({ operations }) => operations).length]?.type === 'card.create';
}

const TOWARDS = new Set(['to', 'into', 'in', 'on', 'at', 'from', 'for', 'with', 'by']);
const CREATES = new Set(['add', 'create', 'new', 'insert', 'make']);

interface At {
  readonly clause: Span;
  readonly to: number;
  readonly end: number;
}

function readClauseAt(scene: Scene, { clause, to, end }: At, progress: Progress): Understanding | null {
  const outcome = outcomeOf(scene, clause);
  if (!outcome) return null;
  if ('hurdle' in outcome) {
    progress.best.note(
      outcome.hurdle,
      progress.done.flatMap((step) => step.sentences),
    );
    return null;
  }
  // A question, an undo or a filter stands alone.
  if ('alone' in outcome) return progress.done.length === 0 && to === end ? outcome.alone : null;
  const done = [...progress.done, outcome.step];
  if (to === end) return changeOf(scene.context.board, done);
  const begins = scene.said.words[clause.from]?.norm ?? '';
  const verb = scene.isVerb(begins) ? begins : null;
  return readFrom(outcome.next, skipConnectives(scene.said, { from: to, to: end }), { ...progress, done, verb });
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
