import type { Id } from '@talkan/board/model';
import type { Failure, Outbox } from './outbox';
import type { Publisher } from './publisher';

/** The changes that were refused, each until its author has chosen. */
export interface Failures {
  /** One of this page's. */
  add(failure: Failure): void;
  /** Those that another page kept. */
  takeIn(failures: readonly Failure[]): void;
  dismiss(changeId: Id): void;
}

export function createFailures({ getState, publish }: Publisher, outbox: Outbox): Failures {
  const all = () => getState().failures;
  return {
    add(failure) {
      // In the place of the change that waited: at no moment is it kept as neither.
      void outbox.keep(failure);
      publish({ failures: [...all(), failure] });
    },
    takeIn(failures) {
      publish({ failures: [...all(), ...failures] });
    },
    dismiss(changeId) {
      outbox.forget(changeId);
      publish({ failures: all().filter((failure) => failure.changeId !== changeId) });
    },
  };
}
