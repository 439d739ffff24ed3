import type { Board, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import type { BoardStore } from '../../sync/board-state';
import { createSignal, type Signal } from '../../ui/signal';
import { followColumn, indexOfColumn, moveColumnTo, type ColumnPlace } from '../column-place';
import { refusalOf } from '../failures';
import type { StepKey } from '../spot';
import { canEdit } from '../use-can-edit';

/** A column in somebody's hand. It stays in its place on the screen until it is dropped; a mark shows where it would go. */
interface ColumnDrag extends ColumnPlace {
  readonly by: 'pointer' | 'keyboard';
}

export interface ColumnDragModel extends Pick<Signal<ColumnDrag | null>, 'get' | 'subscribe'> {
  /** Whether it was taken up: not by somebody who may not change the board. */
  pickUp(columnId: Id, by: ColumnDrag['by']): boolean;
  /** Where it would go now; `null`: it would stay where it is. */
  hover(index: number | null): void;
  step(key: StepKey): void;
  /** Commits the move, if it is one. */
  drop(): void;
  putBack(): void;
  /** Follows the board until called again. */
  watch(): () => void;
}

export interface ColumnDragOptions {
  readonly store: BoardStore;
  readonly announce: (message: string) => void;
  /** Says it to the eye, too. Left out: only announces it. */
  readonly warn?: (message: string) => void;
}

export function createColumnDrag({ store, announce, warn = announce }: ColumnDragOptions): ColumnDragModel {
  const drag = createSignal<ColumnDrag | null>(null);
  /** As it was when the drag was last looked at. None without a drag: whoever keeps this model for a while would keep a board of long ago. */
  let board: Board | null = null;
  const seen = () => board ?? store.getState().board;

  const nameOf = ({ columnId }: ColumnDrag) => seen().column(columnId)?.title ?? '';
  const placeOf = (held: ColumnDrag) => t`${nameOf(held)}, position ${held.index + 1} of ${seen().columns().length}`;

  function set(next: ColumnDrag): boolean {
    const now = drag.get();
    if (now?.columnId === next.columnId && now.index === next.index) return false;
    drag.set(next);
    return true;
  }

  function letGo(): void {
    drag.set(null);
    board = null;
  }

  function follow(): void {
    const before = board;
    const held = drag.get();
    if (!held || !before) return;
    board = store.getState().board;
    const isThere = board.column(held.columnId) !== undefined;
    if (isThere && canEdit(store.getState())) return void set({ ...held, ...followColumn(before, board, held) });
    letGo();
    warn(
      isThere
        ? t`You may not change this board any more.`
        : t`The column that you were moving is no longer on the board.`,
    );
  }

  return {
    get: drag.get,
    subscribe: drag.subscribe,
    pickUp(columnId, by) {
      const now = store.getState().board;
      const index = indexOfColumn(now, columnId);
      if (drag.get() || index < 0 || !canEdit(store.getState())) return false;
      board = now;
      const taken: ColumnDrag = { columnId, index, by };
      set(taken);
      const how = by === 'keyboard' ? ` ${t`Arrow keys move, Space drops, Escape puts back.`}` : '';
      announce(t`Picked up the column ${placeOf(taken)}.` + how);
      return true;
    },
    hover(index) {
      const held = drag.get();
      if (held) set({ ...held, index: index ?? indexOfColumn(seen(), held.columnId) });
    },
    step(key) {
      const held = drag.get();
      if (!held) return;
      const next = { ...held, index: stepped(held.index, key, seen().columns().length - 1) };
      if (set(next)) announce(`${placeOf(next)}.`);
    },
    drop() {
      const held = drag.get();
      if (!held) return;
      const operation = moveColumnTo(seen(), held);
      letGo();
      if (!operation) return announce(t`The column ${nameOf(held)} stays.`);
      const changeId = store.commit([operation]);
      const refusal = refusalOf(store.getState(), changeId);
      announce(refusal ? t`Not moved: ${refusal.message}` : t`Dropped the column ${placeOf(held)}.`);
    },
    putBack() {
      const held = drag.get();
      if (!held) return;
      letGo();
      announce(t`Put back the column ${nameOf(held)}.`);
    },
    watch: () => store.subscribe(follow),
  };
}

function stepped(index: number, key: StepKey, last: number): number {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'ArrowRight':
      return Math.min(last, index + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowUp':
    case 'ArrowDown':
      return index;
  }
}
