import type { Expect } from '../expect.ts';
import type { Reply } from '../grade.ts';
import { differenceOf, pictureOf } from '../picture.ts';
import type { World } from '../world.ts';

/** A model’s words about a turn, and what the board was and is. */
export interface Said {
  readonly text: string;
  readonly before: World;
  readonly after: World;
}

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
