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
import { matchTemplate, type Match } from './template.js';
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
  const readings = INTENTS.flatMap((intent) => readIntent(scene, span, intent));
  return readings.toSorted((one, other) => other.sure - one.sure || other.literal - one.literal);
}

function readIntent(scene: Scene, { from, to }: Span, intent: Intent): readonly ClauseReading[] {
  if (intent.isVerbless && from > 0 && scene.before !== null && scene.before !== intent.family) return [];
  const asked = isAsked(scene.said, { from, to });
  if (intent.isVerbless && asked) return [];
  const { canBe } = scene.reader;
  const matching = {
    said: scene.said,
    end: to,
    canBe,
    isWord: (index: number, norm: string) => isWordAt(scene.said, index, norm),
  };
  return intent.templates
    .filter(({ first }) => first === null || [...first].some((norm) => matching.isWord(from, norm)))
    .flatMap((template) =>
      matchTemplate(template, from, matching)
        .flatMap((match) => actOn(scene, intent, { match, clause: { from, to } }) ?? [])
        .filter(({ act }) => !asked || template.first !== null || !Array.isArray(act)),
    );
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

/** A word of the language, also where it is mistyped and is no word of it as it stands. */
export function isWordAt({ words }: Said, index: number, norm: string): boolean {
  const word = words[index];
  if (word === undefined || word.kind === 'quote') return false;
  return word.norm === norm || (word.kind === 'word' && correct(word.norm) === norm);
}

function correct(norm: string): string | null {
  if (norm.length < 4 || LEXICON.has(norm) || NO_SLIPS.has(norm) || NEGATED.test(norm)) return null;
  const known = corrections.get(norm);
  if (known !== undefined) return known;
  // “Unlabel” and “deassign” say the opposite of the words in them.
  const isOpposite = (word: string) =>
    /^(?:un|in|de|re|dis|non)$/u.test(norm.slice(0, -word.length)) && norm.endsWith(word);
  const near = [...LEXICON].filter((word) => word.length >= 4 && isNear(norm, word) && !isOpposite(word));
  const [only = null, ...others] = near;
  const correction = others.length === 0 ? only : null;
  if (corrections.size > 5000) corrections.clear();
  corrections.set(norm, correction);
  return correction;
}
