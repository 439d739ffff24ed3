import type { Id } from '@talkan/board/model';
import { quote } from '../prompt/data-block.js';
import { createSimilarity } from './similarity.js';

/** A label or a person. */
export interface NamedRow {
  readonly id: Id;
  readonly name: string;
}

const NEAR = 5;

/** What is called so, in capitals or not, if only one is. */
export function findByName(rows: readonly NamedRow[], name: string): Id | null {
  const wanted = name.toLowerCase();
  return rows.find(({ id }) => id === name)?.id ?? onlyOne(rows.filter((row) => row.name.toLowerCase() === wanted));
}

/** Somebody by the whole name, or by the first part of it: `ana` for `ana.lopez`. */
export function findPerson(people: readonly NamedRow[], name: string): Id | null {
  const wanted = name.toLowerCase();
  const isFirst = (row: NamedRow) => row.name.toLowerCase().split(/[\s._-]/u, 1)[0] === wanted;
  return findByName(people, name) ?? onlyOne(people.filter(isFirst));
}

/** The few whose names are most alike. */
export function nearNames(rows: readonly NamedRow[], name: string): string[] {
  const score = createSimilarity(name);
  return rows
    .map((row) => ({ row, score: score(row.name) }))
    .toSorted((one, other) => other.score - one.score)
    .slice(0, NEAR)
    .map(({ row }) => quote(row.name, 80));
}

function onlyOne([only, ...others]: readonly NamedRow[]): Id | null {
  return only !== undefined && others.length === 0 ? only.id : null;
}
