import type { Understanding } from '@talkan/board/command/command';
import { boardPath, cardPath } from '../board/paths';
import { doChange } from '../command/do-change';
import { showFiltered } from '../filter/show-filtered';
import { doByKey } from '../keys/use-keys';
import type { BoardStore } from '../sync/board-state';

/** Does what was understood, on the board of this page. */
export function carryOut(understood: Understanding, store: BoardStore, go: (href: string) => void): void {
  const { board } = store.getState();
  const home = boardPath(board.id);
  switch (understood.kind) {
    case 'change':
      return doChange(store, understood);
    case 'undo':
    case 'redo':
      return void doByKey(understood.kind);
    case 'filter': {
      go(home);
      // Once the board is there.
      requestAnimationFrame(() => showFiltered(understood.filter));
      return;
    }
    case 'answer': {
      const card = understood.cardIds.map((id) => board.card(id)).find(Boolean);
      return card ? go(`${home}${cardPath(board.key, card.number)}`) : undefined;
    }
    case 'ask':
    case 'refused':
  }
}
