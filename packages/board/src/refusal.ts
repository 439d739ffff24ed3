import type { Id } from './model.js';

export type RefusalCode = 'not_found' | 'forbidden' | 'invalid' | 'conflict' | 'limit';

/** Why a change was not made. Data, never thrown by the domain. */
export interface Refusal {
  readonly code: RefusalCode;
  /** A sentence for a person: what is in the way, and what to do. */
  readonly message: string;
  /** The cards and columns it is about. */
  readonly ids: readonly Id[];
  /** For a conflict: what stands there now, by field. */
  readonly current?: Readonly<Record<string, string>>;
  /** For a conflict: what the change wanted to stand there instead, by field. */
  readonly proposed?: Readonly<Record<string, string>>;
}

export function refuse(code: RefusalCode, message: string, ids: readonly Id[] = []): Refusal {
  return { code, message, ids };
}

const CODES: readonly unknown[] = ['not_found', 'forbidden', 'invalid', 'conflict', 'limit'];

/** Tells a refusal from whatever else a deciding function returns. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'ids' in value && CODES.includes(value.code);
}
