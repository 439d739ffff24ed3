import { clear, SURE, type Reading } from './reading.js';
import type { Read } from './scene.js';
import type { Facts } from './slot-values.js';
import { readTemplate, type Match, type Template } from './template.js';
import { textsIn } from './texts.js';
import { readWords, type Said, type Span } from './words.js';

/** Something that can be said of a new card, and how. */
interface Fact {
  readonly templates: readonly Template[];
  readonly read: (match: Match, read: Read, said: Said) => Reading<Facts>;
}

function fact(say: readonly string[], read: Fact['read']): Fact {
  return { templates: say.map(readTemplate), read };
}

const DETAILS = '(details|detail|description|text|note|notes|body)';

/** What follows the title, in any order. */
export const FACTS: readonly Fact[] = [
  fact(
    ['(to|in|into|on|onto|under) {column:column}', '(at|on|to) the? (end|bottom) (of|in) {column:column}'],
    ({ slots }, read) => map(read('column', slots['column']), (columnId) => ({ columnId })),
  ),
  fact(
    [
      '(at|on|to) the? top (of|in) {column:column}',
      '(at|on|to) the (beginning|start) (of|in) {column:column}',
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
    [
      '(for|assigned to|assign to|assigning|owned by) {people:people}',
      '(and|then)? assign it to {people:people}',
      "on {people:people} 's (plate|list)",
    ],
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
    [
      'with? an? (estimate|estimated) (of|at|:|)? {number:number} (points|point|hours|hour|days|h|pts)?',
      '(for|with|at|worth)? {number:number} (story|)? (points|point|pts|pt)',
    ],
    ({ slots }, read) => map(read('number', slots['number']), (estimate) => ({ estimate })),
  ),
  fact(
    [
      `(with|,) (the|a|)? ${DETAILS} (:|of|that|saying|)? {text:text}`,
      // “Scene 3 notes to Prep” is none: without a word or a sign for it the text has to stand in quotation marks.
      `${DETAILS} (:|of|that|saying) {text:text}`,
      `${DETAILS} {text:quote}`,
      'saying {text:text}',
    ],
    ({ slots }, read) => {
      const text = read('text', slots['text']);
      const goesOn = text?.kind === 'clear' && text.sure < SURE.exact && ONE_MORE.test(text.value);
      return goesOn ? null : map(text, (details) => ({ details }));
    },
  ),
  fact(['with (a|the|)? checklist (of|with|:|)? {items:text}'], ({ slots }, read) =>
    listed(read('text', slots['items'])),
  ),
];

/**
 * What says enough only where nothing but facts can stand: behind a title in quotation marks, behind another fact, or behind a comma where a
 * single card is spoken of.
 */
export const LOOSE: readonly Fact[] = [
  fact(['(,|;|and|) (owner|owners|assignee|assignees|people)? :? {people:people}'], ({ slots }, read) =>
    map(exactly(read('people', slots['people'])), (assigneeIds) => ({ assigneeIds })),
  ),
  fact(['(,|;|) {labels:labels}', '(,|;|) label (it|them) {labels:labels}'], ({ slots }, read) =>
    map(exactly(read('labels', slots['labels'])), (labelIds) => ({ labelIds })),
  ),
  fact(['(,|;|) {priority:priority}'], ({ slots }, read) => {
    const priority = read('priority', slots['priority']);
    return priority?.kind === 'clear' && priority.value !== null ? clear({ priority: priority.value }) : null;
  }),
  fact(['(,|;|) (for|on|at)? {date:date}'], ({ slots }, read) =>
    map(read('date', slots['date']), (dueAt) => ({ dueAt })),
  ),
  fact(['(,|;|and) (a|the|)? checklist (of|with|:|)? {items:text}'], ({ slots }, read) =>
    listed(read('text', slots['items'])),
  ),
];

/** What else is said of a card, behind details that do not stand in quotation marks. */
const ONE_MORE =
  /(?:,|\band|\bwith) (?:an? |the )?(?:due|deadline|assigned|label|labell?ed|tagged|priority|estimate|checklist)\b/iu;

/** More than items: what else is said of the card stands behind them. */
const MORE = new Set(
  'due deadline assigned labeled tagged label labels priority estimate for to in into by'.split(' '),
);

function isMore(text: string): boolean {
  return readWords(text).words.some(({ norm, kind }) => kind === 'word' && MORE.has(norm));
}

function listed(text: Reading<string>): Reading<Facts> {
  return text?.kind === 'clear' && !isMore(text.value)
    ? map(text, (items) => {
        const said = readWords(items);
        return { items: textsIn(said, { from: 0, to: said.words.length }) };
      })
    : null;
}

function startsWith({ words }: Said, span: Span | undefined, sign: string): boolean {
  return span !== undefined && span.to - span.from === 1 && words[span.from]?.text.startsWith(sign) === true;
}

function exactly<Value>(reading: Reading<Value>): Reading<Value> {
  return reading?.kind === 'clear' && reading.sure === SURE.exact ? reading : null;
}

function map<Value, Other>(reading: Reading<Value>, change: (value: Value) => Other): Reading<Other> {
  return reading?.kind === 'clear' ? { ...reading, value: change(reading.value) } : reading;
}
