import { language, type Forms } from './language.js';

/** What is put into a sentence. */
export type Value = string | number;

const keys = new WeakMap<TemplateStringsArray, string>();

/**
 * Words for a person, in their language: t`Move ${title} to…`. The English stands in the code and is the key of the catalogue.
 * On a server only within a call: there is no language before anybody asks.
 */
export function t(strings: TemplateStringsArray, ...values: readonly Value[]): string {
  return arrange(strings, values.map(apart)).join('');
}

/** The same for words that mean two things in English and need two words elsewhere: inSense('verb')`Archive`. */
export function inSense(sense: string) {
  return (strings: TemplateStringsArray, ...values: readonly Value[]): string =>
    arrange(strings, values.map(apart), sense).join('');
}

/** The parts of a sentence in the order that the language wants: for what is more than letters, as a link in it. */
export function arrange<Part>(
  strings: TemplateStringsArray,
  values: readonly Part[],
  sense?: string,
): readonly (Part | string)[] {
  const { catalogue } = language();
  const key = keyOf(strings);
  const found = catalogue?.[sense === undefined ? key : `${key} (${sense})`];
  if (typeof found !== 'string')
    return strings.flatMap((text, at) => (at === 0 ? [text] : [partAt(values, at - 1), text]));
  // A placeholder is always an odd one of the pieces.
  return found.split(/\{(\d+)\}/).map((piece, at) => (at % 2 === 0 ? piece : partAt(values, Number(piece))));
}

/**
 * How many there are of something: plural(3, { one: '# card', other: '# cards' }). `#` is the number, as the language writes it.
 * @param values for `{name}` in the forms
 */
export function plural(count: number, forms: Forms, values: Readonly<Record<string, Value>> = {}): string {
  const { locale, catalogue } = language();
  const found = catalogue?.[forms.other];
  const own = typeof found === 'object' ? found : forms;
  const form = own[rulesOf(locale).select(count)] ?? own.other;
  return form.replace(/#|\{(\w+)\}/g, (placeholder, name?: string) =>
    name === undefined ? formatNumber(count) : apart(values[name] ?? placeholder),
  );
}

/** A number as the language writes it: 12,345. */
export function formatNumber(value: number): string {
  const { locale } = language();
  return keep(numbers, locale, () => new Intl.NumberFormat(locale)).format(value);
}

/** “one, two and three”. */
export function listOf(parts: readonly string[]): string {
  const { locale } = language();
  return keep(lists, locale, () => new Intl.ListFormat(locale, { type: 'conjunction' })).format(parts);
}

/** Letters that are read from right to left, and signs that turn the way round. */
const TURNS = /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** What is put into a sentence of another direction leaves that one as it is: it stands between U+2068 and U+2069, which nobody sees. */
function apart(value: Value): string {
  const text = String(value);
  return TURNS.test(text) ? `\u2068${text}\u2069` : text;
}

function partAt<Part>(values: readonly Part[], at: number): Part | string {
  return values[at] ?? '';
}

function keyOf(strings: TemplateStringsArray): string {
  let key = keys.get(strings);
  if (key === undefined) {
    key = strings.reduce((text, next, at) => `${text}{${at - 1}}${next}`);
    keys.set(strings, key);
  }
  return key;
}

const rules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();
const lists = new Map<string, Intl.ListFormat>();

function rulesOf(locale: string): Intl.PluralRules {
  return keep(rules, locale, () => new Intl.PluralRules(locale));
}

function keep<Made>(known: Map<string, Made>, locale: string, make: () => Made): Made {
  const made = known.get(locale) ?? make();
  known.set(locale, made);
  return made;
}

/** A name as it stands within a sentence: without the capital that it begins with, where a language has none there. */
export function inSentence(name: string): string {
  return language().code === 'de' ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
