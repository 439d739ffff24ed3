import { refuse, type Refusal } from '@talkan/board/refusal';
import { describe, expect, it } from 'vitest';
import type { ToastOptions } from '../ui/toast-queue';
import { createUndoWalk, type Step, type UndoWalkOptions } from './undo-walk';

/** A log of one's own changes, walked as the server does. */
function walkOver(changes: readonly string[], given: Partial<UndoWalkOptions> = {}) {
  const toasts: ToastOptions[] = [];
  let at = changes.length;
  const stepAt = (index: number): Step | null => {
    const sentence = changes[index];
    return sentence === undefined ? null : { seq: index + 1, from: index + 1, sentence };
  };
  const walk = createUndoWalk({
    saved: async () => null,
    position: async () => ({ undo: stepAt(at - 1), redo: stepAt(at) }),
    undo: async ({ seq }) => {
      at = seq === at ? at - 1 : seq;
      return null;
    },
    leadTo: () => undefined,
    sentenceOf: (error) => String(error),
    say: (toast) => toasts.push(toast),
    ...given,
  });
  return { walk, toasts, position: () => at };
}

describe('the walk', () => {
  it('goes back and forth one change at a time, and says what each was', async () => {
    const { walk, toasts } = walkOver(['Moved A.', 'Renamed B.']);
    for (const direction of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) await walk(direction);
    expect(toasts.map(({ message }) => message)).toEqual([
      'Undone: Renamed B.',
      'Undone: Moved A.',
      'You have nothing to undo.',
      'Redone: Moved A.',
      'Redone: Renamed B.',
      'You have nothing to redo.',
    ]);
  });

  it('takes as many steps as were asked for, however quickly', async () => {
    const { walk, position } = walkOver(['one.', 'two.', 'three.']);
    await Promise.all([walk('undo'), walk('undo')]);
    expect(position()).toBe(1);
  });

  it('offers the way back, which is the same walk', async () => {
    const { walk, toasts, position } = walkOver(['one.']);
    await walk('undo');
    toasts[0]?.action?.run();
    await walk('redo');
    expect(position()).toBe(1);
  });

  it('says who is in the way, and leads there', async () => {
    const refusal: Refusal = refuse('conflict', 'Mira moved RM-1 “A” to Done since.', ['a']);
    const action = { label: 'Open RM-1', run: () => {} };
    const { walk, toasts } = walkOver(['one.'], { undo: async () => refusal, leadTo: () => action });
    await walk('undo');
    expect(toasts).toMatchObject([{ message: `Not undone: ${refusal.message}`, tone: 'bad', action }]);
  });

  it('waits for what is not saved, and goes on after a failure', async () => {
    const away = walkOver(['one.'], { saved: async () => 'You are offline.' });
    await away.walk('undo');
    expect(away.position()).toBe(1);
    expect(away.toasts).toMatchObject([{ message: 'You are offline.', tone: 'bad' }]);

    let fails = true;
    const broken = walkOver(['one.'], {
      position: async () => {
        if (fails) throw new Error('away');
        return { undo: { seq: 1, from: 1, sentence: 'one.' }, redo: null };
      },
    });
    await broken.walk('undo');
    fails = false;
    await broken.walk('undo');
    expect(broken.toasts.map(({ message }) => message)).toEqual(['Error: away', 'Undone: one.']);
  });
});
