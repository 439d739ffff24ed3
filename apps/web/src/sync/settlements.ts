import type { Id } from '@talkan/board/model';
import { isRefusal, refuse, type Refusal } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import type { Settlement } from './board-state';

/** How many are still known after they ended: a change that is refused at once has ended before anybody can ask. */
const KNOWN = 100;

/** How changes ended, for those who want to know. */
export interface Settlements {
  open(changeId: Id): void;
  settle(changeId: Id, settlement: Settlement): void;
  wait(changeId: Id): Promise<Settlement>;
  /** The same for those who ask only whether it came to be. */
  refusalOf(changeId: Id): Promise<Refusal | null>;
}

export function createSettlements(): Settlements {
  const open = new Map<Id, PromiseWithResolvers<Settlement>>();
  const ended = new Map<Id, Settlement>();

  async function wait(changeId: Id): Promise<Settlement> {
    return open.get(changeId)?.promise ?? ended.get(changeId) ?? refuse('not_found', t`This change is not known here.`);
  }

  return {
    open(changeId) {
      open.set(changeId, Promise.withResolvers<Settlement>());
    },
    settle(changeId, settlement) {
      open.get(changeId)?.resolve(settlement);
      open.delete(changeId);
      ended.set(changeId, settlement);
      for (const oldest of ended.keys()) {
        if (ended.size <= KNOWN) break;
        ended.delete(oldest);
      }
    },
    wait,
    async refusalOf(changeId) {
      const settlement = await wait(changeId);
      return isRefusal(settlement) ? settlement : null;
    },
  };
}
