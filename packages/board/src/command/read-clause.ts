import type { Act, Intent } from './intent.js';
import { choicesOf } from './choices.js';
import { doubtWhole } from './doubt-whole.js';
import { grammarOf } from './grammar.js';
import { SURE, type Doubt, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { matchTemplate, type Match } from './template.js';
import type { Said, Span } from './words.js';

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
  const { wordsOf, waysFrom } = grammarOf(scene.context);
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
    if (!reading || (intent.isVerbless && isVerbAlone(scene, span, clause) && isUnsure(reading))) return null;
    if (reading.kind === 'doubt') doubt ??= reading.doubt;
    else {
      const isVerbIn = intent.isVerbless && beginsInVerb(scene, span, clause) && isUnsure(reading);
      if (isVerbIn || (intent.isCareful && reading.sure <= SURE.near)) doubt ??= doubtNear(scene, span, reading.value);
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

/** “Move to Done” lacks its cards: the verb is no word of a title. */
function isVerbAlone(scene: Scene, span: Span, clause: Span): boolean {
  return span.to === span.from + 1 && beginsInVerb(scene, span, clause);
}

/** “Move compost to Done” is hardly said of “Move the compost bins”. */
function beginsInVerb({ said, isVerb }: Scene, { from }: Span, clause: Span): boolean {
  const { kind, norm = '' } = said.words[from] ?? {};
  return from === clause.from && kind === 'word' && isVerb(norm);
}

function isUnsure(reading: NonNullable<Reading<unknown>>): boolean {
  return reading.kind === 'doubt' || reading.sure < SURE.exact;
}

/** A question about cards that are only nearly called so. */
function doubtNear(scene: Scene, span: Span, value: unknown): Doubt {
  const ids = [value].flat().filter((id) => typeof id === 'string');
  return { question: 'Is that the card that you mean?', choices: choicesOf(scene.board, ids), span };
}
