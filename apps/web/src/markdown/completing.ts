/** What is being typed that can be completed: from `from` up to the caret. */
export interface Wanted {
  readonly kind: 'person' | 'card';
  /** Without its `@` or `#`. */
  readonly query: string;
  readonly from: number;
}

const LONGEST = 60;

/** What the word at the caret begins: a person by `@`, a card by `#` or by the board's key and a dash. */
export function wantedAt(text: string, caret: number, boardKey: string): Wanted | null {
  const before = text.slice(Math.max(0, caret - LONGEST), caret);
  const person = /(?:^|[^\p{L}\p{N}_@./-])@([\p{L}\p{N}._-]*)$/u.exec(before)?.[1];
  if (person !== undefined) return { kind: 'person', query: person, from: caret - person.length - 1 };
  // A title begins with `# `, so a word after it is not asked for.
  const titled = /(?:^|[\s([])#([\p{L}\p{N}-]+)$/u.exec(before)?.[1];
  if (titled !== undefined) return { kind: 'card', query: titled, from: caret - titled.length - 1 };
  const numbered = /(?:^|[^\p{L}\p{N}_-])([A-Za-z][A-Za-z0-9]{0,9}-\d{0,9})$/u.exec(before)?.[1];
  if (numbered?.toUpperCase().startsWith(`${boardKey}-`)) {
    return { kind: 'card', query: numbered, from: caret - numbered.length };
  }
  return null;
}

/** People whose names begin with what was typed, then those that contain it. */
export function findPeople<Person extends { readonly name: string }>(
  people: readonly Person[],
  query: string,
): readonly Person[] {
  const wanted = query.toLocaleLowerCase();
  const placeIn = ({ name }: Person) => name.toLocaleLowerCase().indexOf(wanted);
  const found = people.filter((person) => placeIn(person) !== -1);
  const first = found.filter((person) => placeIn(person) === 0);
  return [...first, ...found.filter((person) => !first.includes(person))].slice(0, 8);
}
