import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { plural, t } from '@talkan/words/words';
import { lackOf } from './operation-fields';

/** What somebody makes of a proposal before they say yes. */
export interface Choice {
  /** Which of its operations are to be left out, by their place. */
  readonly off: ReadonlySet<number>;
  readonly edited: ReadonlyMap<number, Operation>;
}

export const WHOLE: Choice = { off: new Set(), edited: new Map() };

/** What operations would do to the board as it is. */
export interface Review {
  readonly steps: readonly { readonly text: string; readonly problem: string | null }[];
  /** Another one where they would do something else. */
  readonly seen: string;
}

export interface ProposalLine {
  /** As it is to be done. */
  readonly operation: Operation;
  readonly text: string;
  /** What it would have done when it was proposed, where that is something else by now. */
  readonly was: string | null;
  /** `along`: goes with something that is left out. `stuck`: cannot be done, or not any more. */
  readonly state: 'on' | 'off' | 'along' | 'stuck';
  readonly reason: string | null;
}

export interface Look {
  readonly lines: readonly ProposalLine[];
  /** What is left of the proposal. */
  readonly operations: readonly Operation[];
  readonly seen: string;
  /** What the whole of it, as it was proposed, would do now. */
  readonly now: string;
  /** Whether anything was left out or put otherwise. */
  readonly isOwn: boolean;
}

interface Proposed {
  readonly operations: readonly Operation[];
  /** What each of them would have done when it was proposed. */
  readonly items: readonly { readonly text: string }[];
  /** What all of them would have done then. */
  readonly seen: string;
}

/** A proposal as somebody chose from it, on the board as it is. */
export function lookAt(
  { operations, items, seen }: Proposed,
  { off, edited }: Choice,
  review: (operations: readonly Operation[]) => Review,
): Look {
  const wanted = operations.map((operation, index) => edited.get(index) ?? operation);
  const asProposed = review(operations);
  const whole = edited.size === 0 ? asProposed : review(wanted);
  const ticked = wanted.flatMap((operation, index) =>
    off.has(index) || lackOf(operation) !== null ? [] : [{ operation, index }],
  );
  const reviewed = review(ticked.map(({ operation }) => operation));
  const stepOf = new Map(ticked.map(({ index }, place) => [index, reviewed.steps[place]]));

  /** What is left out that this names. */
  function missingFor(operation: Operation, index: number): string | undefined {
    const named = namesIn(operation);
    const maker = wanted.findIndex((other, place) => place < index && off.has(place) && named.has(madeBy(other)));
    return whole.steps[maker]?.text;
  }

  const lines = wanted.map((operation, index): ProposalLine => {
    const told = items[index]?.text ?? '';
    const proposed = asProposed.steps[index];
    const isChanged =
      asProposed.seen !== seen && proposed !== undefined && (proposed.text !== told || proposed.problem !== null);
    const common = {
      operation,
      text: stepOf.get(index)?.text ?? whole.steps[index]?.text ?? told,
      was: isChanged && told !== '' ? told : null,
    };
    if (off.has(index)) return { ...common, state: 'off', reason: null };
    const lack = lackOf(operation);
    const problem = stepOf.get(index)?.problem ?? null;
    const always = whole.steps[index]?.problem ?? null;
    if (lack !== null || always !== null) return { ...common, state: 'stuck', reason: lack ?? always };
    if (problem === null) return { ...common, state: 'on', reason: null };
    const missing = missingFor(operation, index);
    const reason = missing === undefined ? problem : t`Left out with: ${missing}`;
    return { ...common, text: whole.steps[index]?.text ?? told, state: 'along', reason };
  });

  const left = lines.filter(({ state }) => state === 'on').map(({ operation }) => operation);
  const isOwn = left.length < operations.length || edited.size > 0;
  const done = left.length === ticked.length ? reviewed : review(left);
  return { lines, operations: left, seen: done.seen, now: asProposed.seen, isOwn };
}

/** What the button does that says yes to these. */
export function acceptWords(operations: readonly Operation[]): string {
  const count = operations.length;
  const isAll = (type: Operation['type']) => count > 0 && operations.every((operation) => operation.type === type);
  if (isAll('card.create')) return plural(count, { one: 'Create # card', other: 'Create # cards' });
  if (isAll('card.archive')) return plural(count, { one: 'Archive # card', other: 'Archive # cards' });
  return plural(count, { one: 'Do # change', other: 'Do # changes' });
}

/** What an operation brings onto the board, for others to name. */
function madeBy(operation: Operation): Id {
  const [entity = '', verb] = operation.type.split('.');
  if (verb !== 'create' && verb !== 'restore') return '';
  const [, id] = Object.entries(operation).find(([field]) => field === `${entity}Id`) ?? [];
  return typeof id === 'string' ? id : '';
}

function namesIn(operation: Operation): ReadonlySet<Id> {
  const values = Object.values(operation).flat();
  return new Set(values.filter((value) => typeof value === 'string' && value !== ''));
}
