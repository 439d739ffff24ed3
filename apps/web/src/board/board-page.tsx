import type { Id } from '@talkan/board/model';
import { useEffect, useMemo, useState } from 'react';
import { CardSheet } from '../card/card-sheet';
import { useCardRoute } from '../card/use-card-route';
import { useSigns } from '../presence/signs';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { useLoaded } from '../ui/use-loaded';
import { BoardError } from './board-states';
import { BoardUiContext, type BoardUi } from './board-ui';
import { createDragModel } from './drag/drag';
import { createLaneRegistry } from './drag/lanes';
import { FailureToasts } from './failure-toasts';
import { huesFor } from './hues';
import { Lanes } from './lanes';
import { placeAt } from './spot';

const loadMoving = () => import('./move-dialog');

/** The board as it is worked with: its lanes, the open card over them, and what asks about a card. */
export function BoardPage({ boardId }: { boardId: Id }) {
  return <Page key={boardId} />;
}

function Page() {
  const store = useBoardStore();
  const gone = useBoardPart((state) => state.gone);
  const columns = useBoardPart((state) => state.board.columns());
  const { name, open } = useCardRoute();
  const mover = useLoaded(loadMoving);
  const [moving, setMoving] = useState<Id | null>(null);
  const [addingColumn, setAddingColumn] = useState(false);
  const parts = useMemo(() => ({ drag: createDragModel({ store, announce }), lanes: createLaneRegistry() }), [store]);
  const hues = useMemo(() => huesFor(columns.map((column) => column.id)), [columns]);
  const ui = useMemo(
    (): BoardUi => ({
      ...parts,
      hues: (columnId) => hues.get(columnId) ?? 0,
      askWhere: setMoving,
      openCard: (card) => open(store.getState().board.key, card),
      addColumn: () => setAddingColumn(true),
    }),
    [parts, hues, open, store],
  );

  const { doing } = useSigns();
  useEffect(() => {
    const { drag } = parts;
    return drag.subscribe(() => {
      const held = drag.get();
      const place = held && placeAt(store.getState().board, held.cardId, held.spot);
      doing.set({ ...doing.get(), draggingId: held?.cardId ?? null, place });
    });
  }, [parts, doing, store]);

  if (gone) return <BoardError message={gone.message} onRetry={() => void store.refresh()} />;
  return (
    <BoardUiContext value={ui}>
      <Lanes covered={name !== null} addingColumn={addingColumn} onAddColumn={setAddingColumn} />
      <CardSheet />
      {mover && <mover.MoveDialog cardId={moving} onClose={() => setMoving(null)} />}
      <FailureToasts />
    </BoardUiContext>
  );
}
