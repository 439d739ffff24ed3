import { quoted } from './choices.js';
import { partsOf } from './find-list.js';
import type { Doubt } from './reading.js';
import type { Scene } from './scene.js';
import { textOf, type Span } from './words.js';

/** How what is a name on this board is said of cards. */
const SAID = { label: 'labelled', person: 'for', column: 'to', date: 'due' } as const;

/** “Muffins, 12 pieces, paid”: a name was hardly meant for a card of its own, but may be. */
export function doubtNames(scene: Scene, title: Span, titles: readonly string[]): Doubt | undefined {
  if (titles.length < 2) return undefined;
  for (const part of partsOf(scene, title)) {
    const type = (['label', 'person', 'column', 'date'] as const).find(
      (one) => scene.reader.slot(one, part)?.kind === 'clear',
    );
    if (type === undefined) continue;
    const name = textOf(scene.said, part);
    const others = titles.filter((one) => one !== name);
    return {
      question: `Is “${name}” a card, too?`,
      choices: [
        {
          label: `No: ${others.map((one) => `“${one}”`).join(', ')} ${SAID[type]} ${name}`,
          words: `${others.map(quoted).join(', ')} ${SAID[type]} ${name}`,
        },
        { label: `Yes: ${titles.length} cards, one of them “${name}”`, words: titles.map(quoted).join(', ') },
      ],
      span: title,
    };
  }
  return undefined;
}
