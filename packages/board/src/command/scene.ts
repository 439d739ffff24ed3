import type { Board, Id } from '../model.js';
import type { CommandContext } from './command.js';
import type { Reading } from './reading.js';
import type { SlotType, SlotValues } from './slot-values.js';
import type { Said, Span } from './words.js';

/** What words mean as something of a type; no words mean nothing. */
export type Read = <Type extends SlotType>(type: Type, span: Span | undefined) => Reading<SlotValues[Type]>;

export interface Reader {
  /** The same scene, with other words. */
  readonly resay: (text: string) => Scene;
  readonly slot: Read;
  /** Whether they mean something, clearly or in doubt; also asked of types that there are not. */
  readonly canBe: (type: string, span: Span) => boolean;
}

/** Where a clause is understood: the board as the clauses before it would leave it. */
export interface Scene {
  readonly said: Said;
  readonly context: CommandContext;
  /** Whether a command can begin with a word. */
  readonly isVerb: (norm: string) => boolean;
  /** Of this scene: each reading is asked for once. */
  readonly reader: Reader;
  readonly board: Board;
  /** Cards that the clauses before have made or renamed: the index of the board does not know them so. */
  readonly freshIds: readonly Id[];
  /** “It”, “that”, “them”. */
  readonly spokenIds: readonly Id[];
  /** The family of what was done by the clause before, for one that leaves its verb out. */
  readonly before: string | null;
}
