import type { Refusal } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import type { ToastOptions } from '../ui/toast-queue';

export type Direction = 'undo' | 'redo';

/** A change to be taken back, or a run of edits from `from` on, and what it was. */
export interface Step {
  readonly seq: number;
  readonly from: number;
  readonly sentence: string;
}

export interface UndoWalkOptions {
  /** Resolves when the server has all that this screen shows, or with the sentence that says why it has not. */
  readonly saved: () => Promise<string | null>;
  /** Where this person stands in the walk through the changes of their own. */
  readonly position: () => Promise<{ readonly undo: Step | null; readonly redo: Step | null }>;
  readonly undo: (step: Step) => Promise<Refusal | null>;
  /** The way to what is in the way of an undo, if there is one. */
  readonly leadTo: (refusal: Refusal) => ToastOptions['action'];
  readonly sentenceOf: (error: unknown) => string;
  readonly say: (toast: ToastOptions) => void;
}

/** One toast for the whole walk: of ten steps only the last is news. */
const TOAST = 'undo-walk';

/** Walks a person's own changes back and forth, one step after the other, however quickly they are asked for. */
export function createUndoWalk(options: UndoWalkOptions): (direction: Direction) => Promise<void> {
  const { say } = options;
  let last: Promise<void> = Promise.resolve();

  async function step(direction: Direction): Promise<void> {
    const unsaved = await options.saved();
    if (unsaved !== null) return say({ id: TOAST, message: unsaved, tone: 'bad' });
    const next = (await options.position())[direction];
    if (next === null) {
      return say({
        id: TOAST,
        message: direction === 'undo' ? t`You have nothing to undo.` : t`You have nothing to redo.`,
      });
    }
    const refusal = await options.undo(next);
    if (refusal) {
      const message = direction === 'undo' ? t`Not undone: ${refusal.message}` : t`Not redone: ${refusal.message}`;
      return say({ id: TOAST, message, tone: 'bad', action: options.leadTo(refusal) });
    }
    const back = direction === 'undo' ? 'redo' : 'undo';
    const action = { label: back === 'redo' ? t`Redo` : t`Undo`, run: () => void walk(back) };
    say({
      id: TOAST,
      message: direction === 'undo' ? t`Undone: ${next.sentence}` : t`Redone: ${next.sentence}`,
      action,
    });
  }

  function walk(direction: Direction): Promise<void> {
    last = last
      .then(() => step(direction))
      .catch((error: unknown) => say({ id: TOAST, message: options.sentenceOf(error), tone: 'bad' }));
    return last;
  }
  return walk;
}
