import { addDays, momentOf, wallTimeAt, type Day } from '@talkan/board/command/calendar';
import { isCardDate, isWholeDay } from '@talkan/board/dates';
import type { CardDate, Id, Time } from '@talkan/board/model';
import type { Services } from '../../context.js';
import type { LineWriter } from '../prompt/card-line.js';
import { quote } from '../prompt/data-block.js';
import type { Fields } from '../replies/records.js';
import type { Nameable, Names } from '../staging/short-ids.js';
import type { StageBase } from '../staging/stage.js';

/** What the board and its past are read with. */
export interface Lookup {
  readonly services: Services;
  readonly base: StageBase;
  readonly names: Names;
  readonly write: LineWriter;
  /** Tokens that what is found may have. */
  readonly room: () => number;
}

/** What was found: for the model a line each, the most telling first. */
export interface Found {
  /** Stands before the lines, whatever is left out of these. */
  readonly head: string;
  readonly lines: readonly string[];
  /** How many there are beside the lines; null: some, nobody has counted them. */
  readonly more: number | null;
  /** What to ask for to see what is left out; said only where something is. */
  readonly hint: string;
  /** For the person: what was looked at. */
  readonly sentence: string;
  /** The card whose details are in full in the lines. */
  readonly shows: Id | null;
}

/** Why something cannot be looked up: for the model. */
export class LookupProblem extends Error {
  override readonly name = 'LookupProblem';
}

/** The id that a field names; left out or empty: undefined. @throws LookupProblem */
export function idIn(fields: Fields, field: string, { entity, names }: Naming): string | undefined {
  const value = fields[field];
  if (value === undefined || value === null || value === '') return undefined;
  const name = typeof value === 'string' ? value : '';
  const id = names.resolve(entity, name);
  if (id !== null) return id;
  const near = names.near(entity, name);
  const hint = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : '';
  throw new LookupProblem(`There is no ${entity} ${quote(name, 80)} on this board.${hint}`);
}

interface Naming {
  readonly entity: Nameable;
  readonly names: Names;
}

export function flagIn(fields: Fields, field: string): boolean | undefined {
  const value = fields[field];
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
}

export function countIn(fields: Fields, field: string, { usual, most }: { usual: number; most: number }): number {
  const count = Math.floor(Number(fields[field] ?? usual));
  return Number.isFinite(count) && count >= 1 ? Math.min(count, most) : usual;
}

/** A day, where the person is: of a moment the day that it is in. @throws LookupProblem */
export function dayIn(fields: Fields, field: string, timeZone: string): Day | undefined {
  const date = dateIn(fields, field);
  return date === undefined || isWholeDay(date) ? date : wallTimeAt(Date.parse(date), timeZone).day;
}

/** The moment at which a day begins where the person is, or the moment that is named. @throws LookupProblem */
export function startIn(fields: Fields, field: string, timeZone: string): Time | undefined {
  const date = dateIn(fields, field);
  return date === undefined || !isWholeDay(date) ? date : momentOf({ day: date, minutes: 0 }, timeZone);
}

/** The same, but the moment at which the day is over. @throws LookupProblem */
export function endIn(fields: Fields, field: string, timeZone: string): Time | undefined {
  const date = dateIn(fields, field);
  return date === undefined || !isWholeDay(date) ? date : momentOf({ day: addDays(date, 1), minutes: 0 }, timeZone);
}

function dateIn(fields: Fields, field: string): CardDate | undefined {
  const value = fields[field];
  if (value === undefined || value === null || value === '') return undefined;
  const text = typeof value === 'string' ? value.trim() : '';
  if (isCardDate(text)) return text;
  const moment = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(moment)) return new Date(moment).toISOString();
  throw new LookupProblem(`${field}: ${quote(text, 40)} is no date. Write a day as 2026-11-24.`);
}
