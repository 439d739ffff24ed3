import type { Id } from '@talkan/board/model';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { loadCardActions } from '../card-actions/load-card-actions';
import { useCardRoute } from '../card/use-card-route';
import { useSigns } from '../presence/signs';
import { useSearchKept } from '../filter/use-search-kept';
import { createSelection } from '../selection/selection';
import { StartPlace } from '../first-steps/start-place';
import { BoardContext } from '../sync/board-context';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { trpc } from '../trpc';
import { announce } from '../ui/announce';
import { warn } from '../ui/toast';
import { useAfterFrame } from '../ui/use-after-frame';
import { useLoaded } from '../ui/use-loaded';
import { BoardError, BoardSkeleton } from './board-states';
import { giveCardMenu } from './card-menu-part';
import { BoardUiContext, type BoardUi } from './board-ui';
import { createDragModel } from './drag/drag';
import { createLaneRegistry } from './drag/lanes';
import { isFreshBoard } from './fresh-board';
import { huesFor } from './hues';
import { Lanes } from './lanes';
import { isSheetOver } from './paths';
import { placeAt } from './spot';
import { useStarting } from './starting';
import { boardPage } from './the-page';
import { useCollapsed } from './use-collapsed';
import { withGhost } from './with-ghost';

const loadCard = () => import('../card/card-sheet');
const loadConflicts = () => import('../conflicts/conflicts');
const loadStrip = () => import('../home/archived-strip');
const loadFilters = () => import('../filter/filter-bar');
const loadMenu = () => import('./card-menu');
const loadChoosing = () => import('../selection/choosing');
const loadKeys = () => import('../keys/board-keys');
const loadMoving = () => import('./move-dialog');

/** The board as it is worked with: its lanes, the open card over them, and what asks about a card. */
export function BoardPage({ boardId }: { boardId: Id }) {
  return <Page key={boardId} boardId={boardId} />;
}

function Page({ boardId }: { boardId: Id }) {
  const store = useBoardStore();
  const gone = useBoardPart((state) => state.gone);
  const columns = useBoardPart((state) => state.board.columns());
  const { name, open } = useCardRoute();
  const [address] = useLocation();
  const sheet = useLoaded(loadCard, name !== null);
  const hasFailures = useBoardPart((state) => state.failures.length > 0);
  const conflicts = useLoaded(loadConflicts, hasFailures);
  const isArchived = useBoardPart((state) => state.board.archivedAt !== null);
  const strip = useLoaded(loadStrip, isArchived);
  const [moving, setMoving] = useState<Id | null>(null);
  const mover = useLoaded(loadMoving, moving !== null);
  const menu = useLoaded(loadMenu);
  useEffect(() => giveCardMenu(menu), [menu]);
  const keys = useLoaded(loadKeys);
  const actions = useLoaded(loadCardActions, 'soon');
  const choosing = useLoaded(loadChoosing);
  const [addingColumn, setAddingColumn] = useState(columns.length === 0 && isFreshBoard(boardId));
  useStarting(null, () => setAddingColumn(true));
  const [search, setSearch] = useSearchKept();
  const filters = useLoaded(loadFilters);
  const seen = useMemo(() => withGhost(store), [store]);
  // A letter that is typed shows at once; the cards follow.
  const filtered = useAfterFrame(search);
  const shown = useMemo(() => filters?.filterStore(seen, filtered) ?? seen, [filters, seen, filtered]);
  const [collapsed, collapse] = useCollapsed(boardId);
  const [selection] = useState(createSelection);
  const parts = useMemo(() => {
    const lanes = createLaneRegistry();
    const isShut = (columnId: Id) => lanes.get(columnId)?.unfold !== undefined;
    return {
      lanes,
      drag: createDragModel({ store: shown, announce, warn, chosen: (board) => selection.inOrder(board), isShut }),
    };
  }, [selection, shown]);
  const hues = useMemo(() => huesFor(columns.map((column) => column.id)), [columns]);
  const ui = useMemo(
    (): BoardUi => ({
      ...parts,
      selection,
      whole: store,
      shown,
      collapsed,
      collapse,
      hues: (columnId) => hues.get(columnId) ?? 0,
      askWhere: setMoving,
      cardActions: (card) => actions?.cardActions(store, card) ?? [],
      openCard: (card) => open(store.getState().board.key, card),
      addColumn: () => setAddingColumn(true),
    }),
    [parts, selection, hues, open, store, shown, actions, collapsed, collapse],
  );

  useEffect(() => {
    boardPage.set(ui);
    return () => boardPage.set(null);
  }, [ui]);

  const { doing } = useSigns();
  useEffect(() => {
    const { drag } = parts;
    return drag.subscribe(() => {
      const held = drag.get();
      const place = held && placeAt(shown.getState().board, held, held.spot);
      doing.set({ ...doing.get(), draggingId: held?.cardId ?? null, place });
    });
  }, [parts, doing, shown]);

  const covered = (name !== null && sheet !== null) || isSheetOver(address);
  if (gone) return <Gone message={gone.message} onRetry={() => void store.refresh()} />;
  return (
    <BoardUiContext value={ui}>
      {conflicts && <conflicts.Conflicts />}
      {isArchived && strip && <strip.ArchivedStrip />}
      <BoardContext value={shown}>
        <Lanes
          covered={covered}
          addingColumn={addingColumn}
          onAddColumn={setAddingColumn}
          bar={(place) => (
            <>
              {filters && <filters.FilterBar search={search} buttonPlace={place} onSearch={setSearch} />}
              <StartPlace />
            </>
          )}
          Choosing={choosing?.Choosing}
          Keys={keys?.BoardKeys}
        />
      </BoardContext>
      {sheet && <sheet.CardSheet />}
      {actions && <actions.MoveAwayDialog />}
      {mover && <mover.MoveDialog cardId={moving} onClose={() => setMoving(null)} />}
    </BoardUiContext>
  );
}

/** The board is not theirs any more: which boards are is asked anew, and says what is to stand here. */
function Gone({ message, onRetry }: { message: string; onRetry: () => void }) {
  const { isFetching, refetch } = trpc.boards.list.useQuery();
  useEffect(() => void refetch(), [refetch]);
  return isFetching ? <BoardSkeleton /> : <BoardError message={message} onRetry={onRetry} />;
}
