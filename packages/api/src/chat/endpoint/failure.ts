import { t } from '@talkan/words/words';
import type { Usage } from './usage.js';

export type FailureKind =
  | 'failed'
  | 'timeout'
  | 'aborted'
  /** It answers, but in no form that can be read. */
  | 'unreadable';

/** What a refused request complained about, read from the endpoint's words so that the words themselves need not be kept. */
export type Complaint =
  | 'tools'
  | 'reasoning'
  | 'schema'
  | 'length'
  /** That the price of an answer was asked for. */
  | 'usage';

export interface FailureFacts {
  /** Seconds after which the endpoint says that it will answer again. */
  readonly retryAfter?: number;
  /** The endpoint's HTTP status, or the code in an error sent inside a 200. */
  readonly status?: number;
  readonly complaints?: ReadonlySet<Complaint>;
  /** Whether nothing had been answered yet and the same request may simply be sent again. */
  readonly passing?: boolean;
  /** Who was asked. */
  readonly model?: string;
  /** What the turn had used up by then, where told. */
  readonly usage?: Usage | null;
}

/**
 * The model gave no usable answer. The message is a sentence for a person; it never carries the endpoint's own words,
 * because those can hold keys, account names and prompts.
 */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly kind: FailureKind;
  readonly facts: FailureFacts;

  constructor(kind: FailureKind, message: string, facts: FailureFacts = {}) {
    super(message);
    this.kind = kind;
    this.facts = facts;
  }
}

export const NOTHING_CHANGED = () => t`Nothing was changed.`;

/** A failed answer, with what it means for the board said in the same breath. */
export function modelFailed(reason: string, facts: FailureFacts = {}): ModelFailure {
  return new ModelFailure('failed', `${reason} ${NOTHING_CHANGED()}`, facts);
}

export function modelTimedOut(reason: string): ModelFailure {
  return new ModelFailure('timeout', `${reason} ${NOTHING_CHANGED()}`);
}
