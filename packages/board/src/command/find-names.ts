import { PRIORITIES, type Column, type Hue, type Id, type Label, type Priority } from '../model.js';
import { readForm } from './card-index.js';
import { hueNamed } from './colors.js';
import type { CommandPerson } from './command.js';
import { clear, SURE, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { isNear } from './typos.js';
import { isQuote, textOf, type Span } from './words.js';

const ARTICLE = /^(?:the|my|our|a|an) /u;
const COLUMN_NOUN = / (?:column|list|lane|stage)$|^(?:column|list|lane|stage) /u;
const LABEL_NOUN = / (?:labels?|tags?)$|^(?:labels?|tags?) /u;

/** A column of the board by its title. One that is only nearly called so is asked for. */
export function findColumn(scene: Scene, span: Span): Reading<Id> {
  const columns = scene.board.columns();
  const name = nameIn(scene, span, COLUMN_NOUN);
  const reading = findNamed(columns, ({ title }) => title, { name, span, question: 'Which column do you mean?' });
  if (reading || name !== 'done') return reading;
  // Whatever a board calls it: where cards are done when they are there.
  const [done, ...others] = columns.filter((column: Column) => column.done);
  return done && others.length === 0 ? clear(done.id, SURE.phrase) : null;
}

export function findLabel(scene: Scene, span: Span): Reading<Id> {
  const name = nameIn(scene, span, LABEL_NOUN).replace(/^#/u, '');
  const labels: readonly Label[] = scene.board.labels();
  return findNamed(labels, (label) => label.name, { name, span, question: 'Which label do you mean?' });
}

const SELF = new Set(['me', 'myself', 'i']);

/** A member of the board: by name, by the first word of it, or as “me”. */
export function findPerson(scene: Scene, span: Span): Reading<Id> {
  const { people, actorId } = scene.context;
  const name = textOf(scene.said, span).replace(/^@/u, '');
  if (!isQuote(scene.said, span) && SELF.has(name.toLowerCase())) return clear(actorId);
  const wanted = readForm(name).plain;
  const question = 'Whom do you mean?';
  const whole = findNamed(people, (person) => person.name, { name: wanted, span, question, nearly: false });
  if (whole) return whole;
  // “Sam O” is the one whose other name begins so.
  const begun = people.filter(({ name: full }) => wanted.includes(' ') && readForm(full).plain.startsWith(wanted));
  if (begun.length === 1 && begun[0]) return clear(begun[0].id);
  const firstName = (person: CommandPerson) => readForm(person.name.trim().split(/\s/u)[0] ?? '').plain;
  const asked = { name: wanted, span, question, labelOf: (person: CommandPerson) => person.name };
  const first = findNamed(people, firstName, { ...asked, nearly: false });
  if (first) return first;
  // “Patel” is “Mrs Patel”, where nobody else is called so.
  const [only, ...others] = people.filter(({ name: full }) => readForm(full).plain.split(' ').includes(wanted));
  return only && others.length === 0 ? clear(only.id, SURE.phrase) : findNamed(people, firstName, asked);
}

interface Wanted<Item> {
  readonly name: string;
  readonly span: Span;
  readonly question: string;
  /** Whether to ask about what is only nearly called so. */
  readonly nearly?: boolean;
  /** What a choice says, where that is not what it is called here. */
  readonly labelOf?: (item: Item) => string;
}

function findNamed<Item extends { readonly id: Id }>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  { name, span, question, nearly = true, labelOf = nameOf }: Wanted<Item>,
): Reading<Id> {
  if (name === '') return null;
  const formed = items.map((item) => ({ item, ...readForm(nameOf(item)) }));
  const { plain, stems } = readForm(name);
  if (plain === '') return findLetterless(items, nameOf, name);
  const stemmed = stems.join(' ');
  const ask = (found: readonly { readonly item: Item }[]): Reading<Id> => {
    const choices = found.slice(0, 6).map(({ item }) => ({ label: labelOf(item), words: `"${labelOf(item)}"` }));
    return { kind: 'doubt', doubt: { question, choices, span } };
  };
  for (const test of [
    (form: { plain: string }) => form.plain === plain,
    (form: { plain: string }) => form.plain.replaceAll(' ', '') === plain.replaceAll(' ', ''),
    (form: { stems: readonly string[] }) => form.stems.join(' ') === stemmed,
  ]) {
    const [only, ...others] = formed.filter(test);
    if (only && others.length === 0) return clear(only.item.id);
    if (only) return ask([only, ...others]);
  }
  if (!nearly) return null;
  const near = formed.filter(
    (form) => isNear(plain, form.plain) || (plain.length >= 3 && form.plain.startsWith(plain)),
  );
  return near.length > 0 ? ask(near) : null;
}

/** A name of signs and emoji alone is that name to the letter. */
function findLetterless<Item extends { readonly id: Id }>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  name: string,
): Reading<Id> {
  const [only, ...others] = items.filter((item) => nameOf(item).trim() === name.trim());
  return only && others.length === 0 ? clear(only.id) : null;
}

function nameIn(scene: Scene, span: Span, noun: RegExp): string {
  const text = textOf(scene.said, span);
  if (isQuote(scene.said, span)) return text;
  const folded = text.toLowerCase();
  // A column may be called “The list”: then nothing is taken from it.
  const isWhole = scene.board.columns().some(({ title }) => title.toLowerCase() === folded);
  return isWhole ? text : folded.replace(ARTICLE, '').replace(noun, '').trim();
}

const PRIORITY_WORDS: ReadonlyMap<string, Priority | null> = new Map<string, Priority | null>([
  ...PRIORITIES.map((priority): [string, Priority] => [priority, priority]),
  ['critical', 'urgent'],
  ['highest', 'urgent'],
  ['very high', 'urgent'],
  ['p0', 'urgent'],
  ['p1', 'high'],
  ['p2', 'medium'],
  ['normal', 'medium'],
  ['p3', 'low'],
  ['lowest', 'low'],
  ['none', null],
  ['no', null],
  ['nothing', null],
]);

export function findPriority(scene: Scene, span: Span): Reading<Priority | null> {
  const word = textOf(scene.said, span).toLowerCase();
  const priority = PRIORITY_WORDS.get(word);
  return priority === undefined ? null : clear(priority);
}

/** A colour by its name, for a label or a column. */
export function findHue(scene: Scene, span: Span): Reading<Hue> {
  const hue = hueNamed(textOf(scene.said, span));
  return hue === undefined ? null : clear(hue);
}

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

export function findNumber(scene: Scene, span: Span): Reading<number> {
  if (span.to - span.from !== 1) return null;
  const word = textOf(scene.said, span).toLowerCase();
  const spelled = NUMBERS.indexOf(word);
  if (spelled >= 0) return clear(spelled);
  return /^\d{1,6}(?:[.,]\d{1,2})?$/u.test(word) ? clear(Number(word.replace(',', '.'))) : null;
}
