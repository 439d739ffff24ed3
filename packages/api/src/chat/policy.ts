import { needsYes } from '@talkan/board/needs-yes';
import type { Operation } from '@talkan/board/operations';

/** What is known of the turn that the operations come from. */
export interface Circumstances {
  /** Whether the person wants to be asked before anything is changed. */
  readonly asksFirst: boolean;
  /** A text that the person has put beside their words. */
  readonly pasted: string | null;
}

/**
 * Why what a turn came to waits for a person's yes, as the beginning of a sentence, or null. This is the server's own word: no prompt and no model
 * can change it.
 */
export function waitReason(operations: readonly Operation[], { asksFirst, pasted }: Circumstances): string | null {
  const much = needsYes(operations);
  if (much !== null) return `This would ${much}`;
  if (asksFirst) return 'You want to be asked first';
  return pasted === null ? null : 'This comes from a pasted text';
}
