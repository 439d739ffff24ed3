import type { Id } from '../model.js';
import { clear, SURE, type Doubt, type Reading } from './reading.js';
import type { Read, Scene } from './scene.js';
import type { Facts } from './slot-values.js';
import { matchTemplate, readTemplate, type Match, type Template } from './template.js';
import { textsIn } from './texts.js';
import { readWords, type Said, type Span } from './words.js';

interface Fact {
  readonly templates: readonly Template[];
  readonly read: (match: Match, read: Read, said: Said) => Reading<Facts>;
}

function fact(say: readonly string[], read: Fact['read']): Fact {
  return { templates: say.map(readTemplate), read };
}

/** What follows the title, in any order. */
const FACTS: readonly Fact[] = [
  fact(
    ['(to|in|into|on|onto|under) {column:column}', '(at|on|to) the? (end|bottom) (of|in) {column:column}'],
    ({ slots }, read) => map(read('column', slots['column']), (columnId) => ({ columnId })),
  ),
  fact(
    [
      '(at|on|to) the? (top|beginning|start) (of|in) {column:column}',
      '(in|to) {column:column} (at|on) (the|)? (top|beginning|start)',
    ],
    ({ slots }, read) => map(read('column', slots['column']), (columnId) => ({ columnId, place: 'top' })),
  ),
  fact(['(above|on top of|over|right above|just above) {card:card}'], ({ slots }, read) =>
    map(read('card', slots['card']), (cardId) => ({ beside: { cardId, side: 'above' } })),
  ),
  fact(['(below|beneath|underneath|under|right below|just below) {card:card}'], ({ slots }, read) =>
    map(read('card', slots['card']), (cardId) => ({ beside: { cardId, side: 'below' } })),
  ),
  // Before and after stand in many titles: there the card has to be named exactly.
  fact(['(before|ahead of) {card:card}'], ({ slots }, read) =>
    map(exactly(read('card', slots['card'])), (cardId) => ({ beside: { cardId, side: 'above' } })),
  ),
  fact(['(after|behind) {card:card}'], ({ slots }, read) =>
    map(exactly(read('card', slots['card'])), (cardId) => ({ beside: { cardId, side: 'below' } })),
  ),
  fact(['{person:person}'], ({ slots }, read, said) =>
    map(startsWith(said, slots['person'], '@') ? read('person', slots['person']) : null, (id) => ({
      assigneeIds: [id],
    })),
  ),
  fact(['{label:label}'], ({ slots }, read, said) =>
    map(startsWith(said, slots['label'], '#') ? read('label', slots['label']) : null, (id) => ({ labelIds: [id] })),
  ),
  fact(['! {priority:priority}', ', {priority:priority}'], ({ slots }, read) =>
    map(read('priority', slots['priority']), (priority) => ({ priority })),
  ),
  fact(['(at|on|to) the (top|beginning|start)', '(at|on) top', 'as the? (first|top) (card|one|task|)'], () =>
    clear({ place: 'top' }),
  ),
  fact(['(at|on|to) the (bottom|end)', 'as the? last (card|one|task|)'], () => clear({ place: 'bottom' })),
  fact(
    ['(for|assigned to|assign to|assigning) {people:people}', '(and|then)? assign it to {people:people}'],
    ({ slots }, read) => map(read('people', slots['people']), (assigneeIds) => ({ assigneeIds })),
  ),
  fact(
    [
      'with? (labeled|tagged|label|labels|tag|tags) (as|with|:|)? {labels:labels}',
      'with the? (label|labels|tag|tags) {labels:labels}',
      'with {labels:labels} (label|labels|tag|tags)',
    ],
    ({ slots }, read) => map(read('labels', slots['labels']), (labelIds) => ({ labelIds })),
  ),
  fact(['with? a? (due|due date|deadline) (on|by|at|in|for|of|:|)? {date:date}', 'by {date:date}'], ({ slots }, read) =>
    map(read('date', slots['date']), (dueAt) => ({ dueAt })),
  ),
  fact(
    ['(with|as|at)? {priority:priority} (priority|prio)', 'with? (priority|prio) (:|of|)? {priority:priority}'],
    ({ slots }, read) => map(read('priority', slots['priority']), (priority) => ({ priority })),
  ),
  fact(
    ['with? an? (estimate|estimated) (of|at|:|)? {number:number} (points|point|hours|hour|days|h|pts)?'],
    ({ slots }, read) => map(read('number', slots['number']), (estimate) => ({ estimate })),
  ),
  fact(
    [
      'with? (the|a|)? (details|detail|description|text|note|notes|body) (:|of|that|saying|)? {text:text}',
      'saying {text:text}',
    ],
    ({ slots }, read) => map(read('text', slots['text']), (details) => ({ details })),
  ),
  fact(['with (a|the|)? checklist (of|with|:|)? {items:text}'], ({ slots }, read) => {
    const text = read('text', slots['items']);
    return text?.kind === 'clear' ? listed(text.value, text.sure) : null;
  }),
];

/** More than items: what else is said of the card stands behind them. */
const MORE = new Set(
  'due deadline assigned labeled tagged label labels priority estimate for to in into by'.split(' '),
);

function listed(text: string, sure: number): Reading<Facts> {
  const said = readWords(text);
  const isMore = said.words.some(({ norm, kind }) => kind === 'word' && MORE.has(norm));
  return isMore ? null : clear({ items: textsIn(said, { from: 0, to: said.words.length }) }, sure);
}

interface Taken {
  readonly facts: Facts;
  readonly title: Span;
  /** Whether it was said that something is said of each of several: `both low priority`. */
  readonly isOfEach: boolean;
  readonly doubt: Doubt | null;
}

/** Takes facts from the end as long as there are any, the longest first. */
export function takeFacts(scene: Scene, { from, to }: Span): Taken {
  let taken: Taken = { facts: {}, title: { from, to }, isOfEach: false, doubt: null };
  for (;;) {
    const next = takeFact(scene, taken);
    if (!next) return taken;
    taken = next;
  }
}

function takeFact(scene: Scene, { facts, title, isOfEach, doubt }: Taken): Taken | null {
  const { slot, canBe } = scene.reader;
  for (let from = title.from + 1; from < title.to; from += 1) {
    if (goesOn(scene.said, from)) continue;
    const matching = { ...matchingOf(scene, title.to), canBe };
    for (const { templates, read: readFact } of FACTS) {
      for (const match of templates.flatMap((template) => matchTemplate(template, from, matching))) {
        const reading = readFact(match, slot, scene.said);
        if (!reading) continue;
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
  }
  return null;
}

/** “Wait for Ben” is something to do, and not for Ben. */
function goesOn({ words }: Said, at: number): boolean {
  return words[at]?.norm === 'for' && GOING_ON.has(words[at - 1]?.norm ?? '');
}

const GOING_ON = new Set(['wait', 'waiting', 'look', 'looking', 'ask', 'search', 'pay', 'care', 'thank', 'vote']);

const TWICE = 'That says twice where the card is to be. Say it once.';
const EACH = new Set(['both', 'all', 'each']);

/** Where “, both” or “, all” stands before what is said of several. */
function eachAt({ words }: Said, from: number, end: number): number | null {
  const [comma, each] = words.slice(Math.max(from, end - 2), end);
  const isEach = comma?.norm === ',' && each?.kind === 'word' && EACH.has(each.norm) && end - 2 > from;
  return isEach ? end - 1 : null;
}

/** Without a comma or an “and” before what follows. */
function endOfTitle({ words }: Said, from: number, end: number): number {
  let to = end;
  while (to > from + 1 && [',', 'and', ';', '('].includes(words[to - 1]?.norm ?? '') && words[to - 1]?.kind !== 'quote')
    to -= 1;
  return to;
}

/** What the words say of new cards, where they say nothing else. */
export function factsIn(scene: Scene, { from, to }: Span): Facts | null {
  if (from === to) return {};
  // Facts are looked for behind a title: here nothing may be left of it.
  const { facts, title, doubt } = takeFacts(scene, { from: from - 1, to });
  return title.to === from && !doubt ? facts : null;
}

function startsWith({ words }: Said, span: Span | undefined, sign: string): boolean {
  return span !== undefined && span.to - span.from === 1 && words[span.from]?.text.startsWith(sign) === true;
}

function exactly(reading: Reading<Id>): Reading<Id> {
  return reading?.kind === 'clear' && reading.sure === SURE.exact ? reading : null;
}

function matchingOf({ said }: Scene, end: number) {
  return { said, end, isWord: (index: number, norm: string) => said.words[index]?.norm === norm };
}

function map<Value, Other>(reading: Reading<Value>, change: (value: Value) => Other): Reading<Other> {
  return reading?.kind === 'clear' ? { ...reading, value: change(reading.value) } : reading;
}
