import { FACTS, LOOSE } from './fact-templates.js';
import { onceInScene } from './once-in-scene.js';
import { clear, type Doubt, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import type { Facts } from './slot-values.js';
import { matchTemplate } from './template.js';
import { exactWordsOf, type Said, type Span } from './words.js';

interface Taken {
  readonly facts: Facts;
  readonly title: Span;
  /** Whether it was said that something is said of each of several: `both low priority`. */
  readonly isOfEach: boolean;
  readonly doubt: Doubt | null;
}

/** Takes facts from the end as long as there are any, the longest first. */
export function takeFacts(scene: Scene, { from, to }: Span, isSingle = false): Taken {
  let taken: Taken = { facts: {}, title: { from, to }, isOfEach: false, doubt: null };
  for (;;) {
    const next = takeFact(scene, taken, isSingle);
    if (!next) return taken;
    taken = next;
  }
}

function takeFact(scene: Scene, { facts, title, isOfEach, doubt }: Taken, isSingle: boolean): Taken | null {
  for (let from = title.from + 1; from < title.to; from += 1) {
    if (goesOn(scene.said, from)) continue;
    for (const { reading, isLoose } of factsAt(scene, { from, to: title.to })) {
      if (isLoose && !standsAlone(scene, { title, from, isSingle, reading })) continue;
      const each = eachAt(scene.said, title.from, from);
      const rest = {
        title: { from: title.from, to: endOfTitle(scene.said, title.from, each ?? from) },
        isOfEach: isOfEach || each !== null,
      };
      if (reading.kind === 'doubt') return { ...rest, facts, doubt: doubt ?? reading.doubt };
      // What is said twice is said of something else.
      if (Object.keys(reading.value).some((name) => Object.hasOwn(facts, name))) {
        if (reading.value.beside)
          return { ...rest, facts, doubt: { question: TWICE, choices: [], span: { from, to: title.to } } };
        continue;
      }
      return { ...rest, facts: { ...reading.value, ...facts }, doubt };
    }
  }
  return null;
}

interface FactAt {
  readonly reading: NonNullable<Reading<Facts>>;
  readonly isLoose: boolean;
}

const factsAt = onceInScene((scene, { from, to }): readonly FactAt[] => {
  const matching = { end: to, words: exactWordsOf(scene.said), canBe: scene.reader.canBe };
  return [FACTS, LOOSE].flatMap((facts, index) =>
    facts.flatMap(({ templates, read }) =>
      templates
        .flatMap((template) => matchTemplate(template, from, matching))
        .map((match) => read(match, scene.reader.slot, scene.said))
        .filter((reading) => reading !== null)
        .map((reading) => ({ reading, isLoose: index > 0 })),
    ),
  );
});

interface Loose {
  readonly title: Span;
  readonly from: number;
  readonly isSingle: boolean;
  readonly reading: NonNullable<Reading<Facts>>;
}

/** Whether nothing but facts can stand there. */
function standsAlone(scene: Scene, { title, from, isSingle, reading }: Loose): boolean {
  const { words } = scene.said;
  if (words[from - 1]?.kind === 'quote') return true;
  const isDay = reading.kind === 'doubt' || reading.value.dueAt !== undefined;
  if (isSingle && !isDay && words[from]?.norm === ',') return true;
  const before: Taken = { facts: {}, title: { from: title.from, to: from }, isOfEach: false, doubt: null };
  return takeFact(scene, before, isSingle) !== null;
}

/** “Wait for Ben” is something to do, and not for Ben. */
function goesOn({ words }: Said, at: number): boolean {
  return words[at]?.norm === 'for' && GOING_ON.has(words[at - 1]?.norm ?? '');
}

const GOING_ON = new Set(['wait', 'waiting', 'look', 'looking', 'ask', 'search', 'pay', 'care', 'thank', 'vote']);

const TWICE = 'That says twice where the card is to be. Say it once.';
const SIGNS = new Set([',', ';', '-', '–', '—']);
const EACH = new Set(['both', 'all', 'each']);

/** Where “, both” or “, all” stands before what is said of several. */
export function eachAt({ words }: Said, from: number, end: number): number | null {
  const [comma, each] = words.slice(Math.max(from, end - 2), end);
  const isEach = SIGNS.has(comma?.norm ?? '') && each?.kind === 'word' && EACH.has(each.norm) && end - 2 > from;
  return isEach ? end - 1 : null;
}

/** Without a comma, an “and” or a “. It's” before what follows. */
function endOfTitle({ words }: Said, from: number, end: number): number {
  let to = end;
  while (to > from + 1 && LINKS.has(words[to - 1]?.norm ?? '') && words[to - 1]?.kind !== 'quote') {
    if (words[to - 1]?.norm === 'its' && words[to - 2]?.norm !== '.') break;
    to -= 1;
  }
  return to;
}

const LINKS = new Set([...SIGNS, 'and', '(', '.', 'its', 'please', 'pls']);

/** What the words say of new cards, where they say nothing else. */
export function readFacts(scene: Scene, { from, to }: Span): Reading<Facts> {
  if (from === to) return clear({});
  // Facts are looked for behind a title: here nothing may be left of it.
  const { facts, title, doubt } = takeFacts(scene, { from: from - 1, to });
  if (title.to !== from) return null;
  return doubt ? { kind: 'doubt', doubt } : clear(facts);
}

export function factsIn(scene: Scene, span: Span): Facts | null {
  const facts = readFacts(scene, span);
  return facts?.kind === 'clear' ? facts.value : null;
}
