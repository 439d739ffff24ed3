import { needsYes } from '@talkan/board/needs-yes';
import type { Operation } from '@talkan/board/operations';
import { t } from '@talkan/words/words';
import { goesBeyond, type Scope } from './scope/goes-beyond.js';

export const fromPasted = () => t`This comes from a pasted text`;

/** What is known of the turn that the operations come from. */
export interface Circumstances {
  /** Whether the person wants to be asked before anything is changed. */
  readonly asksFirst: boolean;
  /** A text that the person has put beside their words. */
  readonly pasted: string | null;
  /** What the person wrote; `null` where the command language has read all of it, and nothing else. */
  readonly scope: Scope | null;
}

/**
 * Why what a turn came to waits for a person's yes, as the beginning of a sentence, or null. This is the server's own word: no prompt and no model
 * can change it.
 */
export function waitReason(
  operations: readonly Operation[],
  { asksFirst, pasted, scope }: Circumstances,
): string | null {
  const much = needsYes(operations);
  if (much !== null) return t`This would ${much}`;
  if (asksFirst) return t`You want to be asked first`;
  if (pasted !== null) return fromPasted();
  const beyond = scope && goesBeyond(operations, scope);
  return beyond === null ? null : t`This would ${beyond}`;
}
