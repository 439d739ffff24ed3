import type { Choice } from './command.js';
import type { Span } from './words.js';

/** Words that may mean several things, or that mean something only nearly. */
export interface Doubt {
  readonly question: string;
  readonly choices: readonly Choice[];
  /** The words in doubt: those of a choice would stand in their place. */
  readonly span: Span;
}

/** What some words mean on this board; `null`: nothing. */
export type Reading<Value> =
  | { readonly kind: 'clear'; readonly value: Value; readonly sure: number }
  | { readonly kind: 'doubt'; readonly doubt: Doubt }
  | null;

/** From what can mean nothing else down to what only comes near. */
export const SURE = { exact: 1, phrase: 0.9, words: 0.8, near: 0.6 } as const;

export function clear<Value>(value: Value, sure: number = SURE.exact): Reading<Value> {
  return { kind: 'clear', value, sure };
}
