import { quoted } from './choices.js';
import type { Choice } from './command.js';
import { choicesAsDay, choicesAsPriority, holdsFact, TOWARDS } from './doubt-facts.js';
import type { Doubt } from './reading.js';
import type { Scene } from './scene.js';
import { textOf, type Span } from './words.js';

const CONDITIONS = new Set(['if', 'unless', 'until', 'once', 'when', 'whenever']);
/** What is said of a card, and was not understood. */
const FACTS = new Set(['due', 'deadline', 'assigned', 'labeled', 'tagged', 'checklist']);
const MOST_AFTER = 3;

/** “Foo and a card bar” are two cards; “foo to Review and bar” says where the first one goes. */
function holdsAnother(norms: readonly string[]): boolean {
  const from = norms.indexOf('and', 1);
  return from > 0 && norms.some((norm, at) => at > from && NOUNS.has(norm) && ARTICLES.has(norms[at - 1] ?? ''));
}

/** What is begun so goes on to something that is there. */
const BEGINNINGS = new Set([...TOWARDS, 'on', 'at', 'for', 'from']);
const ARTICLES = new Set(['a', 'an', 'another', 'one', 'the', 'new']);
const NOUNS = new Set(['card', 'task', 'ticket', 'issue', 'cards', 'tasks', 'tickets', 'issues']);

/** A title that may be more than a title: it is asked for, not guessed. */
export function doubtTitle(scene: Scene, title: Span, isPlaced: boolean): Doubt | undefined {
  const { said, board } = scene;
  const text = textOf(said, title);
  const norms = said.words.slice(title.from, title.to).map(({ norm, kind }) => (kind === 'quote' ? '' : norm));
  const asTitle = { label: `A card called “${text}”`, words: quoted(text) };
  if (
    BEGINNINGS.has(norms[0] ?? '') ||
    holdsFact(scene, title) ||
    norms.some((norm, index) => CONDITIONS.has(norm) || (index > 0 && FACTS.has(norm))) ||
    holdsAnother(norms)
  )
    return { question: 'Is all of this the title?', choices: [asTitle], span: title };
  const choices =
    choicesAsNoun(norms, text) ?? choicesAsDay(scene, title, asTitle) ?? choicesAsPriority(scene, title, asTitle);
  if (choices) return { question: 'What is the card to be called?', choices, span: title };
  if (isPlaced) return undefined;
  const at = norms.findLastIndex((norm) => TOWARDS.has(norm));
  const mayBePlace = at > 0 && norms.length - at - 1 <= MOST_AFTER && at < norms.length - 1;
  if (!mayBePlace) return undefined;
  const short = textOf(said, { from: title.from, to: title.from + at });
  const columns = board.columns().slice(0, 4);
  const places = columns.map((column) => ({
    label: `“${short}” in ${column.title}`,
    words: `${quoted(short)} to ${quoted(column.title)}`,
  }));
  return { question: 'Is that the title, or where the card is to go?', choices: [asTitle, ...places], span: title };
}

/** “A cheesecake card”: whether “card” is a part of what it is called, only who says it knows. */
function choicesAsNoun(norms: readonly string[], text: string): readonly Choice[] | undefined {
  const isNoun = ARTICLES.has(norms[0] ?? '') && NOUNS.has(norms.at(-1) ?? '') && norms.length > 2;
  if (!isNoun) return undefined;
  const whole = text.slice(text.search(/\s/u)).trim();
  const short = whole.replace(/\s+\S+$/u, '');
  return [short, whole].map((name) => ({ label: `A card called “${name}”`, words: quoted(name) }));
}
