import type { Id } from '@talkan/board/model';
import type { BoardStore } from '../sync/board-state';
import { api } from '../trpc';
import { announce } from '../ui/announce';
import type { Signs } from './signs';
import { createOthersTeller, type OthersTeller } from './tell-others';
import { tellsOthers } from './tells-others';

/** Who has typed something this shortly ago goes on typing. */
const TYPING_MS = 4000;

/** Tells a screen reader what others do on this board, while it is looked at. */
export function startTelling(store: BoardStore, { people, doing, userId }: Signs): OthersTeller {
  const stop = new AbortController();
  let typedAt = Number.NEGATIVE_INFINITY;
  addEventListener('input', () => (typedAt = Date.now()), { capture: true, passive: true, signal: stop.signal });
  const names = new Map<Id, string>();
  const nameOf = (id: Id) => names.get(id) ?? people.get().find((person) => person.userId === id)?.name;
  const learnNames = async () => {
    const all = await api.members.people.query({ boardId: store.getState().board.id });
    for (const { userId: id, name } of all) names.set(id, name);
  };
  const teller = createOthersTeller({
    board: () => store.getState().board,
    nameOf,
    isWanted: () => tellsOthers.get() === 'on' && document.hasFocus(),
    isBusy: () => doing.get().draggingId !== null || Date.now() - typedAt < TYPING_MS,
    say: announce,
  });
  return {
    hear(change) {
      if (change.actorId === userId) return;
      teller.hear(change);
      // Not on this board now: through another door, or gone already. Without an answer it is somebody.
      if (nameOf(change.actorId) === undefined && tellsOthers.get() === 'on') learnNames().catch(() => {});
    },
    stop() {
      stop.abort();
      teller.stop();
    },
  };
}
