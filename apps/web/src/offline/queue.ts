import type { Id } from '@talkan/board/model';
import { NOTHING_LEFT, type Failure, type Left, type Outbox, type Outgoing, type Owner } from '../sync/outbox';
import { sortLeft, type KeptChange } from './kept-change';
import type { Pages } from './pages';
import type { Spare } from './spare';

/** Where changes are kept. Every promise resolves once that is on the disk, and what was asked for first is done first. */
export interface Shelf {
  list(owner: Owner): Promise<readonly KeptChange[]>;
  put(entry: KeptChange): Promise<void>;
  remove(changeId: Id): Promise<void>;
  /** Gives those entries that are still of one of the pages `from` to the page `to`, and returns them. */
  claim(owner: Owner, pages: { readonly from: ReadonlySet<Id>; readonly to: Id }): Promise<readonly KeptChange[]>;
}

export interface QueueOptions {
  readonly owner: Owner;
  readonly shelf: Shelf;
  readonly spare: Spare;
  readonly pages: Pages;
  /** Once the screen shows what was done: until then nothing is written. */
  readonly shown?: () => Promise<void>;
}

export interface Queue extends Outbox {
  /** For a page that starts: what is its own from an earlier visit to the board, and what it can take over. */
  load(): Promise<Left>;
  /** The page may go at any moment: from now on what is not written yet is also written the quick way. */
  leave(): void;
  stay(): void;
}

/** More than anybody changes while away; beyond it a page warns before it is left. */
export const MOST_CHANGES = 10_000;

/** The queue of one person and board in this browser, which several pages share without sending each other's changes. */
export function createQueue({ owner, shelf, spare, pages, shown = async () => {} }: QueueOptions): Queue {
  const kept = new Set<Id>();
  const unwritten = new Map<Id, Outgoing | Failure>();
  let leaving = false;

  async function keep(change: Outgoing | Failure): Promise<boolean> {
    const { changeId } = change;
    if (!kept.has(changeId) && kept.size >= MOST_CHANGES) return false;
    kept.add(changeId);
    unwritten.set(changeId, change);
    if (leaving) spare.put(owner, change);
    await shown();
    // Forgotten meanwhile, or another one by now.
    if (unwritten.get(changeId) !== change) return kept.has(changeId);
    try {
      await shelf.put({ v: 1, ...owner, changeId, page: pages.own, change });
      return true;
    } catch {
      return false;
    } finally {
      if (unwritten.get(changeId) === change) unwritten.delete(changeId);
    }
  }

  function forget(changeId: Id): void {
    kept.delete(changeId);
    unwritten.delete(changeId);
    spare.remove(owner, changeId);
    // What cannot be removed is sent once more by a later page, and the server knows it by its id.
    shown()
      .then(() => shelf.remove(changeId))
      .catch(() => {});
  }

  /** What was left in the storage that an older version used, or by a page that was left in a hurry. */
  async function takeSpare(): Promise<(Outgoing | Failure)[]> {
    const found = spare.list(owner).filter(({ changeId }) => !kept.has(changeId));
    const moved = await Promise.all(found.map(keep));
    for (const [index, { changeId }] of found.entries()) if (moved[index]) spare.remove(owner, changeId);
    return found;
  }

  /** A page that wrote an entry held its lock then: asked afterwards, a free lock says that it is gone. */
  async function takeFrom(wanted: (page: Id, isAlive: boolean | undefined) => boolean): Promise<Left> {
    const entries = await shelf.list(owner).catch(() => []);
    const others = [...new Set(entries.map(({ page }) => page))];
    const alive = await pages.alive(others);
    const from = new Set(others.filter((page) => wanted(page, alive?.has(page))));
    const claimed = from.size === 0 ? [] : await shelf.claim(owner, { from, to: pages.own }).catch(() => []);
    for (const { changeId } of claimed) kept.add(changeId);
    const changes = new Map(claimed.map(({ changeId, change }) => [changeId, change]));
    for (const change of await takeSpare()) changes.set(change.changeId, change);
    return sortLeft([...changes.values()]);
  }

  return {
    keep,
    forget,
    load: () => takeFrom((page, isAlive) => page === pages.own || isAlive !== true),
    takeOver: () => takeFrom((page, isAlive) => page !== pages.own && isAlive === false).catch(() => NOTHING_LEFT),
    leave() {
      leaving = true;
      for (const change of unwritten.values()) spare.put(owner, change);
    },
    stay() {
      leaving = false;
    },
  };
}
