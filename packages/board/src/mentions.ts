/** A person as a text calls them. */
export interface Named {
  readonly name: string;
}

/** Finds somebody by the name that a text calls them. */
export type FindNamed<Person extends Named = Named> = (name: string) => Person | undefined;

const NAME = String.raw`[\p{L}\p{N}][\p{L}\p{N}._-]{0,119}`;

/** `@name` as a word of its own, as a regular expression with the flag `u`; its one group is the name, which may end in points that are none of it. */
export const MENTION = String.raw`(?<![\p{L}\p{N}_@./-])@(${NAME})`;

/** Finds people by their names, however these are capitalised. */
export function finderOf<Person extends Named>(people: readonly Person[]): FindNamed<Person> {
  const byName = new Map(people.map((person) => [person.name.toLocaleLowerCase(), person]));
  return (name) => byName.get(name.toLocaleLowerCase());
}

/** The name as it was typed and who is called so: `ann.` is Ann at the end of a sentence, unless somebody is called so. */
export function longestName<Person extends Named>(
  typed: string,
  find: FindNamed<Person>,
): { readonly typed: string; readonly person: Person } | null {
  for (const name of [typed, typed.replace(/[._-]+$/, '')]) {
    const person = find(name);
    if (person) return { typed: name, person };
  }
  return null;
}

/** What in Markdown stands as it was typed, and calls nobody. */
const CODE = /(?:^|\n) {0,3}(`{3,}|~{3,})[^\n]*[^]*?(?:\n {0,3}\1|$)|(?<!`)(`+)(?!`)[^`\n]+\2/g;

/** Everybody whom a text in Markdown mentions, each once. */
export function mentionedIn<Person extends Named>(text: string, find: FindNamed<Person>): ReadonlySet<Person> {
  const people = new Set<Person>();
  if (!text.includes('@')) return people;
  for (const [, name = ''] of text.replaceAll(CODE, ' ').matchAll(new RegExp(MENTION, 'gu'))) {
    const found = longestName(name, find);
    if (found) people.add(found.person);
  }
  return people;
}
