import type { Expect } from '../expect.ts';
import type { Reply } from '../grade.ts';
import { differenceOf, pictureOf, type CardPicture, type Picture } from '../picture.ts';
import type { World } from '../world.ts';

/** A model’s words about a turn, and what the board was and is. */
export interface Said {
  readonly text: string;
  readonly before: World;
  readonly after: World;
}

/** What the server’s answer begins with where something waits for a person’s yes. */
const PROPOSES = /would .*takes a person’s yes/;
const DECLINES = /nothing was changed|\b(can(no|['’])t|unable|not able|sorry|do(es)? not understand|not sure)\b/i;

/**
 * What free words come to as a reply. Whoever changed the board has done something, whatever the words say; words alone are what they were
 * asked for, as far as they can be: a question where there is a question mark, a refusal where they decline.
 */
export function replyOf(expected: Expect, { text, before, after }: Said): Reply {
  const { lastNumber } = before.board;
  if (differenceOf(pictureOf(before), pictureOf(after, lastNumber)) !== null) return { kind: 'done' };
  const kinds = new Set(kindsOf(expected));
  const declines = DECLINES.test(text);
  if (kinds.has('ask') && text.includes('?')) return { kind: 'asked', choices: [text] };
  if (kinds.has('answer') && !declines) return { kind: 'answered', text, cards: cardsNamed(text, before) };
  // A change that was not made does no harm, and words were all that a refusal is.
  return { kind: 'refused', reason: text };
}

function kindsOf(expected: Expect): readonly Expect['kind'][] {
  return expected.kind === 'either' ? expected.of.flatMap(kindsOf) : [expected.kind];
}

function cardsNamed(text: string, { board }: World): readonly string[] {
  const cards = board.columns().flatMap(({ id }) => board.cardsIn(id));
  return cards
    .map((card) => ({ key: `${board.key}-${card.number}`, title: card.title }))
    .filter(({ key, title }) => hasKey(text, key) || text.includes(title))
    .map(({ key }) => key);
}

function hasKey(text: string, key: string): boolean {
  return new RegExp(String.raw`\b${key}\b`).test(text);
}

/**
 * Whether the server proposes just what was expected: archiving, or a change of many cards, waits for a person, and nobody can say yes to this
 * door. Right is then a list of all the cards in question and of no other.
 */
export function proposesExpected(expected: Expect, { text, before }: Said): boolean {
  if (!PROPOSES.test(text)) return false;
  if (expected.kind === 'either')
    return expected.of.some((way) => proposesExpected(way, { text, before, after: before }));
  if (expected.kind !== 'change') return false;
  const wanted = pictureOf(before);
  for (const step of expected.steps) step(wanted);
  const touched = touchedBy(pictureOf(before), wanted);
  const named = new Set(cardsNamed(text, before));
  const isWhole = !/… and \d+ more/.test(text);
  return [...named].every((key) => touched.has(key)) && (!isWhole || [...touched].every((key) => named.has(key)));
}

function touchedBy(before: Picture, after: Picture): ReadonlySet<string> {
  const places = placesOf(after);
  const touched = [...placesOf(before)].filter(([key, place]) => {
    const other = places.get(key);
    return other?.column !== place.column || differenceOf(place.card, other.card) !== null;
  });
  return new Set(touched.map(([key]) => key));
}

function placesOf({ columns }: Picture): ReadonlyMap<string, { readonly column: string; readonly card: CardPicture }> {
  return new Map(
    columns.flatMap(({ title, cards }) => cards.map((card) => [card.key, { column: title, card }] as const)),
  );
}
