import type { Id } from '@talkan/board/model';
import { isRefusal, refuse, type Refusal } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import type { Settlement } from './board-state';

/** Promises by change, for those who want to know how it ended. */
export interface Settlements {
  open(changeId: Id): void;
  settle(changeId: Id, settlement: Settlement): void;
  wait(changeId: Id): Promise<Settlement>;
  /** The same for those who ask only whether it came to be. */
  refusalOf(changeId: Id): Promise<Refusal | null>;
}

export function createSettlements(): Settlements {
  const all = new Map<Id, PromiseWithResolvers<Settlement>>();
  const wait = (changeId: Id) =>
    all.get(changeId)?.promise ?? Promise.resolve(refuse('not_found', t`This change is not known here.`));
  return {
    open(changeId) {
      all.set(changeId, Promise.withResolvers<Settlement>());
    },
    settle(changeId, settlement) {
      all.get(changeId)?.resolve(settlement);
    },
    wait,
    async refusalOf(changeId) {
      const settlement = await wait(changeId);
      return isRefusal(settlement) ? settlement : null;
    },
  };
}
