import type { Id } from '@talkan/board/model';
import { refuse } from '@talkan/board/refusal';
import type { Settlement } from './board-state';

/** Promises by change, for those who want to know how it ended. */
export interface Settlements {
  open(changeId: Id): void;
  settle(changeId: Id, settlement: Settlement): void;
  wait(changeId: Id): Promise<Settlement>;
}

export function createSettlements(): Settlements {
  const all = new Map<Id, PromiseWithResolvers<Settlement>>();
  return {
    open(changeId) {
      all.set(changeId, Promise.withResolvers<Settlement>());
    },
    settle(changeId, settlement) {
      all.get(changeId)?.resolve(settlement);
    },
    wait(changeId) {
      const known = all.get(changeId)?.promise;
      return known ?? Promise.resolve(refuse('not_found', 'This change is not known here.'));
    },
  };
}
