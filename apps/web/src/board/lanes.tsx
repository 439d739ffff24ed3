import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
  type RefObject,
} from 'react';
import { useBoardStore } from '../sync/use-board-store';
import { classNames } from '../ui/class-names';
import { useLoaded } from '../ui/use-loaded';
import { useIsPhone } from '../ui/use-media';
import { AddColumn } from './add-column';
import { EmptyBoard } from './board-states';
import { useBoardUi } from './board-ui';
import { FrontContext } from './front';
import { loadHand } from './drag/load-hand';
import type { LaneShown } from './ghosts';
import { Lane } from './lane';
import styles from './lanes.module.css';
import { ShutLane } from './shut-lane';
import { Tabs } from './tabs';
import { useCanEdit } from './use-can-edit';
import { useCurrentLane } from './use-current-lane';
import { useLanes } from './use-lanes';

const NO_COLUMNS: ReadonlySet<Id> = new Set();
const loadFront = () => import('../fields/front');

export interface LanesProps {
  /** A card lies open over the lanes: they are seen, but out of reach. */
  readonly covered: boolean;
  readonly addingColumn: boolean;
  readonly onAddColumn: (adding: boolean) => void;
  /** What stands above the lanes. On a phone its button has a place beside the tabs. */
  readonly bar?: (buttonPlace: HTMLElement | null) => ReactNode;
  /** What lets cards be chosen on it. */
  readonly Choosing?: ComponentType<{ board: RefObject<HTMLElement | null>; covered: boolean }> | undefined;
  /** What handles keys on it. */
  readonly Keys?: ComponentType<{ covered: boolean }> | undefined;
}

/** All columns of the board, or the way to the first one. */
export function Lanes(props: LanesProps) {
  const shown = useLanes();
  const canEdit = useCanEdit();
  if (shown.length > 0 || (canEdit && props.addingColumn)) return <LaneStrip shown={shown} {...props} />;
  return <EmptyBoard onAdd={canEdit ? () => props.onAddColumn(true) : undefined} />;
}

/** The lanes side by side; on a phone one at a time. */
function LaneStrip({
  shown,
  covered,
  addingColumn,
  onAddColumn,
  bar,
  Choosing,
  Keys,
}: LanesProps & { shown: readonly LaneShown[] }) {
  const store = useBoardStore();
  const canEdit = useCanEdit();
  const phone = useIsPhone();
  const { drag, lanes, selection, collapsed } = useBoardUi();
  const [buttonPlace, setButtonPlace] = useState<HTMLElement | null>(null);
  const front = useLoaded(loadFront)?.FRONT ?? null;
  const hand = useLoaded(loadHand);
  const page = useRef<HTMLDivElement>(null);
  const board = useRef<HTMLDivElement>(null);
  const { current, onScroll, goTo } = useCurrentLane(board, phone);

  useEffect(() => drag.watch(), [drag]);

  useEffect(() => selection.watch(store, phone ? NO_COLUMNS : collapsed), [selection, store, phone, collapsed]);

  useEffect(() => {
    if (!hand || !page.current || !board.current) return;
    return hand.startHand({ page: page.current, board: board.current, lanes, model: drag, store });
  }, [hand, drag, lanes, store]);

  // Columns that the browser has put elsewhere begin at their tops there.
  useLayoutEffect(() => {
    for (const { column } of shown) lanes.get(column.id)?.keepScroll();
  }, [shown, lanes]);

  return (
    <div ref={page} className={classNames(styles['page'], covered && styles['covered'])} inert={covered}>
      {phone && <Tabs current={current} onGo={goTo} onAdd={() => onAddColumn(true)} filterRef={setButtonPlace} />}
      {bar && (
        <div className={styles['above']} data-above>
          {bar(phone ? buttonPlace : null)}
        </div>
      )}
      <div
        ref={board}
        className={styles['board']}
        data-columns
        data-hand={hand && Keys ? 'there' : undefined}
        onScroll={onScroll}
      >
        <FrontContext value={front}>
          {shown.map(({ column, arrival }) =>
            arrival ? (
              front && <front.ArrivingLane key={column.id} arrival={arrival} />
            ) : collapsed.has(column.id) && !phone ? (
              <ShutLane key={column.id} column={column} />
            ) : (
              <Lane key={column.id} column={column} />
            ),
          )}
        </FrontContext>
        {canEdit && <AddColumn open={addingColumn} onOpen={onAddColumn} />}
      </div>
      {Choosing && <Choosing board={board} covered={covered} />}
      {Keys && <Keys covered={covered} />}
      {front && <front.KeyHint />}
      <p id="talkan-card-help" hidden>
        {t`Press Space to move this card with the arrow keys.`}
      </p>
      <p id="talkan-column-help" hidden>
        {t`Press Space to move this column with the arrow keys.`}
      </p>
    </div>
  );
}
