import { BOARD_INTENTS } from './intents-board.js';
import { ARCHIVE_INTENTS } from './intents-archive.js';
import { COLUMN_SETTING_INTENTS } from './intents-column-settings.js';
import { COLUMN_INTENTS } from './intents-columns.js';
import { CREATE_INTENTS } from './intents-create.js';
import { EDIT_INTENTS } from './intents-edit.js';
import { FILTER_INTENTS } from './intents-filters.js';
import { FIELD_INTENTS } from './intents-fields.js';
import { MOVE_INTENTS } from './intents-move.js';
import { ORDER_INTENTS } from './intents-order.js';
import { QUESTION_INTENTS } from './intents-questions.js';
import type { Act, Intent } from './intent.js';
import { choicesOf } from './choices.js';
import { doubtWhole } from './doubt-whole.js';
import { NO_SLIPS } from './no-slips.js';
import { SURE, type Doubt } from './reading.js';
import type { Scene } from './scene.js';
import { matchTemplate, type Match, type Matching, type Template } from './template.js';
import { isNear } from './typos.js';
import { NEGATED, type Said, type Span } from './words.js';

export const INTENTS: readonly Intent[] = [
  ...CREATE_INTENTS,
  ...EDIT_INTENTS,
  ...ARCHIVE_INTENTS,
  ...MOVE_INTENTS,
  ...ORDER_INTENTS,
  ...FIELD_INTENTS,
  ...COLUMN_INTENTS,
  ...COLUMN_SETTING_INTENTS,
  ...BOARD_INTENTS,
  ...FILTER_INTENTS,
  ...QUESTION_INTENTS,
];

interface Way {
  readonly intent: Intent;
  readonly template: Template;
  /** Its place among all of them. */
  readonly order: number;
}

const WAYS: readonly Way[] = INTENTS.flatMap((intent) =>
  intent.templates.map((template) => ({ intent, template })),
).map((way, order) => ({ ...way, order }));
/** By what they begin with; `null`: with anything. */
const WAYS_BY_FIRST = new Map<string | null, Way[]>();
for (const way of WAYS) {
  for (const word of way.template.first ?? [null]) {
    const ways = WAYS_BY_FIRST.get(word);
    if (ways) ways.push(way);
    else WAYS_BY_FIRST.set(word, [way]);
  }
}

function waysFrom(words: readonly string[]): readonly Way[] {
  const ways = new Set([...words, null].flatMap((word) => WAYS_BY_FIRST.get(word) ?? []));
  return [...ways].toSorted((one, other) => one.order - other.order);
}

/** All words that the language is made of. */
const LEXICON = new Set(INTENTS.flatMap(({ templates }) => templates.flatMap(({ literals }) => [...literals])));
/**
 * What some requests begin with, and a text may go on with all the same: words that say nothing of what is to be done, and what people
 * have to do far oftener than they ask it of a board.
 */
const NO_VERBS = new Set(
  (
    'the all for this that with and new right left behind before after cards ' +
    'call write open file log order pick grab help hello hey commands examples thanks thank thx'
  ).split(' '),
);
const VERBS = new Set(
  INTENTS.filter(({ isVerbless }) => !isVerbless).flatMap(({ templates }) =>
    templates.flatMap(({ first }) =>
      [...(first ?? [])].filter((word) => /^\p{L}{3,}$/u.test(word) && !NO_VERBS.has(word)),
    ),
  ),
);

/** Whether a command can begin with a word. */
export function isVerb(norm: string): boolean {
  return VERBS.has(norm);
}

const corrections = new Map<string, string | null>();

/** What a clause comes to. */
export interface ClauseReading {
  readonly intent: Intent;
  readonly act: Act;
  /** How sure all of it is, from 0 to 1. */
  readonly sure: number;
  readonly literal: number;
}

/** The ways in which a clause can be understood, the best first. */
export function readClause(scene: Scene, span: Span): readonly ClauseReading[] {
  const asked = isAsked(scene.said, span);
  const words = wordsOf(scene.said);
  const matching = { end: span.to, words, canBe: scene.reader.canBe };
  const mayLackVerb = (intent: Intent) =>
    !asked && (span.from === 0 || (scene.before ?? intent.family) === intent.family);
  const ways = waysFrom(words[span.from] ?? []).filter(({ intent }) => !intent.isVerbless || mayLackVerb(intent));
  const readings = ways.flatMap(({ intent, template }) =>
    matchTemplate(template, span.from, matching)
      .flatMap((match) => actOn(scene, intent, { match, clause: span }) ?? [])
      .filter(({ act }) => !asked || template.first !== null || !Array.isArray(act)),
  );
  return readings.toSorted((one, other) => other.sure - one.sure || other.literal - one.literal);
}

/** “Anything due tomorrow?”, “QA to Done?”, “TK-3 is urgent?”: with no verb to begin with that is a question, and nothing is to be done. */
function isAsked({ words }: Said, { from, to }: Span): boolean {
  const first = words[from];
  if (first?.kind === 'word' && ASKING.has(first.norm)) return true;
  return words.slice(to).some(({ norm, kind }) => kind === 'sign' && norm === '?');
}

const ASKING = new Set(['any', 'anything', 'anybody', 'anyone']);

function actOn(scene: Scene, intent: Intent, { match, clause }: { match: Match; clause: Span }): ClauseReading | null {
  const { slot } = scene.reader;
  const { literal, slots } = match;
  const values: Record<string, never> = {};
  let sure = 1;
  let doubt: Doubt | null = null;
  for (const [name, span] of Object.entries(slots)) {
    const type = intent.slots[name];
    if (type === undefined) return null;
    const reading = slot(type, span);
    if (!reading) return null;
    if (reading.kind === 'doubt') doubt ??= reading.doubt;
    else {
      if (intent.isCareful) doubt ??= doubtNear(scene, span, reading);
      values[name] = reading.value as never;
      sure *= reading.sure;
    }
  }
  // What offers no choice says why there is none.
  if (doubt) return { intent, act: doubt.choices.length > 0 ? doubt : doubt.question, sure: sure * 0.5, literal };
  const act = intent.act(values, scene, { clause, slots });
  if (act === null) return null;
  const cards = Object.entries(slots).find(([name]) => intent.slots[name] === 'cards')?.[1];
  return { intent, act: doubtWhole(scene, act, cards) ?? act, sure, literal };
}

/** A question about cards that are only nearly called so. */
function doubtNear(
  scene: Scene,
  span: Span,
  reading: { readonly value: unknown; readonly sure: number },
): Doubt | null {
  if (reading.sure > SURE.near) return null;
  const ids = [reading.value].flat().filter((id) => typeof id === 'string');
  return { question: 'Is that the card that you mean?', choices: choicesOf(scene.board, ids), span };
}

/** The words of the language that a word may be: itself, and what is mistyped as it, where it is no word as it stands. */
export function wordsOf({ words }: Said): Matching['words'] {
  return words.map(({ norm, kind }) => {
    const correction = kind === 'word' ? correct(norm) : null;
    return kind === 'quote' ? [] : correction === null ? [norm] : [norm, correction];
  });
}

function correct(norm: string): string | null {
  if (norm.length < 4 || LEXICON.has(norm) || NO_SLIPS.has(norm) || NEGATED.test(norm)) return null;
  const known = corrections.get(norm);
  if (known !== undefined) return known;
  // “Unlabel” and “deassign” say the opposite of the words in them.
  const isOpposite = (word: string) =>
    /^(?:un|in|de|re|dis|non)$/u.test(norm.slice(0, -word.length)) && norm.endsWith(word);
  const near = [...LEXICON].filter((word) => word.length >= 4 && isNear(norm, word) && !isOpposite(word));
  // “Arhcive” may also be “archived”: of one verb in two forms its stem is meant.
  const correction = near.find((word) => near.every((other) => other.startsWith(word))) ?? null;
  if (corrections.size > 5000) corrections.clear();
  corrections.set(norm, correction);
  return correction;
}
