import type { Operation } from '@talkan/board/operations';
import { WHOLE, type Choice } from './choice';
import { fieldsOf, withField } from './operation-fields';

/** One field that was put otherwise: the place of its operation, its name, and what it holds now. */
type Edit = readonly [index: number, name: string, value: string | null];

/** What somebody has made of a proposal so far, as a text to keep; empty where that is nothing. */
export function writeChoice({ off, edited }: Choice, operations: readonly Operation[]): string {
  const edits = [...edited].flatMap(([index, operation]): Edit[] => {
    const proposed = operations[index];
    const before = new Map((proposed ? fieldsOf(proposed) : []).map(({ name, value }) => [name, value]));
    return fieldsOf(operation).flatMap(({ name, value }) => (before.get(name) === value ? [] : [[index, name, value]]));
  });
  return off.size + edits.length === 0 ? '' : JSON.stringify({ off: [...off], edits });
}

/** Reads it back for the same proposal. What does not fit it any more is left out. */
export function readChoice(text: string, operations: readonly Operation[]): Choice {
  if (text === '') return WHOLE;
  const { off, edits } = parse(text);
  const edited = new Map<number, Operation>();
  for (const [index, name, value] of edits) {
    const operation = edited.get(index) ?? operations[index];
    const field = operation && fieldsOf(operation).find((one) => one.name === name);
    if (operation && field) edited.set(index, withField(operation, field.name, value));
  }
  return { off: new Set(off.filter((index) => index < operations.length)), edited };
}

function parse(text: string): { off: readonly number[]; edits: readonly Edit[] } {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null || !('off' in kept) || !('edits' in kept)) return NOTHING;
    const { off, edits } = kept;
    return {
      off: Array.isArray(off) ? off.filter((index) => typeof index === 'number') : [],
      edits: Array.isArray(edits) ? edits.filter(isEdit) : [],
    };
  } catch {
    return NOTHING;
  }
}

const NOTHING = { off: [], edits: [] };

function isEdit(value: unknown): value is Edit {
  if (!Array.isArray(value)) return false;
  const [index, name, text]: readonly unknown[] = value;
  return typeof index === 'number' && typeof name === 'string' && (text === null || typeof text === 'string');
}
