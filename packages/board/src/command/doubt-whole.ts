import type { Act } from './intent.js';
import type { Doubt } from './reading.js';
import type { Scene } from './scene.js';
import { textOf, type Span } from './words.js';

/** “Make everything urgent”: whether all cards are meant is asked, unless it was said how many these are. */
export function doubtWhole(scene: Scene, act: Act | null, cards: Span | undefined): Doubt | null {
  if (!cards || !Array.isArray(act) || /\d/u.test(textOf(scene.said, cards))) return null;
  const { board } = scene;
  const count = board.cardCount;
  const ids = new Set(act.flatMap((operation) => ('cardId' in operation ? [operation.cardId] : [])));
  // “Unassign Ana from everything” says of some of them enough.
  if (count < 2 || ids.size <= count / 2) return null;
  const set = scene.reader.slot('set', cards);
  if (set?.kind !== 'clear' || set.value.traits.length > 0) return null;
  const words = `all ${count} cards`;
  return {
    question: `That is every card of the board, ${count} in all. Is that what you mean?`,
    choices: [{ label: `All ${count} cards`, words }],
    span: cards,
  };
}
