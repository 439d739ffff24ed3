import type { Happening } from '../sync/happenings';
import { OVER } from './over';

export const STEPS = ['move', 'edit', 'ask', 'undo', 'invite'] as const;
export type StepId = (typeof STEPS)[number];

/** The step that somebody has taken by doing this. */
export function stepOf(happening: Happening): StepId | null {
  switch (happening.kind) {
    case 'committed':
      if (happening.operations.some(({ type }) => type === 'card.move')) return 'move';
      return happening.operations.some(({ type }) => type === 'card.edit') ? 'edit' : null;
    case 'undone':
      return 'undo';
    case 'asked':
      return 'ask';
    case 'invited':
      return 'invite';
  }
}

export function nextStep(done: ReadonlySet<StepId>): StepId | null {
  return STEPS.find((step) => !done.has(step)) ?? null;
}

/** How far somebody is, as a text to keep. Whoever has taken all steps is not shown them again. */
export function writeProgress(done: ReadonlySet<StepId>): string {
  if (nextStep(done) === null) return OVER;
  return STEPS.filter((step) => done.has(step)).join(' ');
}

export function readProgress(text: string | null): ReadonlySet<StepId> {
  const kept = new Set((text ?? '').split(' '));
  return new Set(STEPS.filter((step) => kept.has(step)));
}
