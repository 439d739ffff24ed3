import { nameDay } from './calendar.js';
import { quoted } from './choices.js';
import type { Choice } from './command.js';
import type { Scene } from './scene.js';
import { normsOf, textOf, type Span, type Word } from './words.js';

export const TOWARDS: ReadonlySet<string> = new Set(['to', 'in', 'into', 'under', 'onto']);
const ON_A_DAY = new Set(['for', 'on', 'until', 'till', 'before', 'at']);
const A_DAY = /^(?:today|tonight|tomorrow|this|next|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/u;

/** “… for Friday” may be a part of the title, or the day that it is due on. */
export function choicesAsDay(scene: Scene, { from, to }: Span, asTitle: Choice): readonly Choice[] | undefined {
  const { said, reader } = scene;
  for (let at = from + 1; at < to; at += 1) {
    const norm = said.words[at]?.norm ?? '';
    if (!ON_A_DAY.has(norm) && !A_DAY.test(norm)) continue;
    const day = reader.slot('date', { from: A_DAY.test(norm) ? at : at + 1, to });
    if (day?.kind !== 'clear') continue;
    const short = textOf(said, { from, to: at });
    const due = {
      label: `“${short}”, due on ${nameDay(day.value.slice(0, 10))}`,
      words: `${quoted(short)} due ${day.value}`,
    };
    return [asTitle, due];
  }
  return undefined;
}

/** “… to Review …”, “… to the login page's …”: what follows was said of a card, and not understood. */
function holdsPlace({ said, reader, board }: Scene, { from, to }: Span): boolean {
  for (let at = from + 1; at < to - 2; at += 1) {
    if (!TOWARDS.has(said.words[at]?.norm ?? '')) continue;
    const owner = said.words.findIndex(({ norm }, index) => index > at && index < to && norm === "'s");
    if (owner > 0 && reader.slot('card', { from: at + 1, to: owner })?.kind === 'clear') return true;
    for (let end = at + 2; end < to; end += 1) {
      const column = reader.slot('column', { from: at + 1, to: end });
      const text = textOf(said, { from: at + 1, to: end });
      const title = column?.kind === 'clear' ? board.column(column.value)?.title : undefined;
      if (title !== undefined && (text === title || end > at + 2)) return true;
    }
  }
  return false;
}

/** “Urgent balloons” may be what they are called. */
export function choicesAsPriority(scene: Scene, { from, to }: Span, asTitle: Choice): readonly Choice[] | undefined {
  const { said, reader } = scene;
  const [first, second = ''] = normsOf(said, { from, to });
  const isTwo = second === 'priority' || second === 'prio';
  const priority = isTwo || first === 'urgent' ? reader.slot('priority', { from, to: from + 1 }) : null;
  const rest = { from: from + (isTwo ? 2 : 1), to };
  if (priority?.kind !== 'clear' || priority.value === null || rest.to <= rest.from) return undefined;
  const short = textOf(said, rest);
  const words = `${quoted(short)} with priority ${priority.value}`;
  return [{ label: `“${short}”, of ${priority.value} priority`, words }, asTitle];
}

/** What may be said of a card, and was not understood. */
const SAID =
  / as (?:the )?(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|last) | (?:at|in|on) (?:the )?(?:position|place|spot|number|slot) \d| between \S.* and | (?:column|list|lane) (?:after|before|between|at) | (?:with|,) (?:an? |the )?(?:labels?|tags?|priority|prio|estimate|deadline|people|assignees?|owners?|details|description|notes?) \S/u;

export function holdsFact(scene: Scene, title: Span): boolean {
  return SAID.test(` ${normsOf(scene.said, title).join(' ')} `) || holdsPlace(scene, title) || isHalf(scene, title);
}

/** “Soup like the one of Monday”, “Soup. Ask Ben”, “soup for Ana or Ben”, and a verb that only a column follows. */
function isHalf({ said, isVerb, reader }: Scene, { from, to }: Span): boolean {
  const at = said.words.findIndex(({ norm }, index) => index > from && index < to - 1 && norm === 'like');
  if (at > 0) return reader.canBe('card', { from: at + 1, to });
  const isEither = ({ norm }: Word, index: number) =>
    norm === 'or' &&
    index > from &&
    index < to - 1 &&
    [index - 1, index + 1].every((one) => reader.slot('person', { from: one, to: one + 1 })?.kind === 'clear');
  if (said.words.some(isEither)) return true;
  const isStop = ({ norm, kind }: Word, index: number) =>
    kind === 'sign' &&
    norm === '.' &&
    index > from &&
    index < to - 1 &&
    (said.words[index - 1]?.norm.length ?? 0) > MOST_IN_SHORT;
  if (said.words.some(isStop)) return true;
  const first = said.words[from];
  return to - from === 1 && first?.kind === 'word' && isVerb(first.norm);
}

/** “Mr. Smith” goes on. */
const MOST_IN_SHORT = 4;
