import type { Operation } from '../operations.js';
import type { Understanding } from './command.js';
import { readWords } from './words.js';

/** The fields that hold words of the person's own. */
const TEXTS: ReadonlySet<string> = new Set(['title', 'details', 'name', 'text', 'description']);

/**
 * Whether a model need not be asked: every word of it means one thing that can be done. Words of the person's own are certain in
 * quotation marks alone: “add a card for the party, with a list of guests” is more than a title to whoever understands it.
 */
export function isCertain(understood: Understanding, said: string): boolean {
  switch (understood.kind) {
    case 'change': {
      const quoted = new Set(readWords(said).words.flatMap(({ kind, text }) => (kind === 'quote' ? [text] : [])));
      return understood.sure === 1 && understood.operations.flatMap(textsOf).every((text) => quoted.has(text));
    }
    case 'undo':
    case 'redo':
      return true;
    case 'filter':
    case 'answer':
    case 'ask':
    case 'refused':
      return false;
  }
}

/** The words of a person's own in it. */
export function textsOf(operation: Operation): readonly string[] {
  return Object.entries(operation).flatMap(([field, value]: [string, unknown]) =>
    TEXTS.has(field) && typeof value === 'string' ? [value] : [],
  );
}
