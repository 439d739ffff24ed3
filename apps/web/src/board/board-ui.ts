import type { Card, Id } from '@talkan/board/model';
import { createContext, use, useSyncExternalStore } from 'react';
import type { Selection } from '../selection/selection';
import type { BoardStore } from '../sync/board-state';
import type { MenuItem } from '../ui/menu';
import type { Drag, DragModel } from './drag/drag';
import type { LaneRegistry } from './drag/lanes';
import type { Collapse } from './use-collapsed';

/** What the parts of one board page share. */
export interface BoardUi {
  readonly drag: DragModel;
  readonly lanes: LaneRegistry;
  /** The cards that somebody chose to do something with all of them. */
  readonly selection: Selection;
  readonly hues: HueOf;
  /** The board without a filter. */
  readonly whole: BoardStore;
  /** The board as it is shown. */
  readonly shown: BoardStore;
  readonly collapsed: ReadonlySet<Id>;
  readonly collapse: Collapse;
  /** Asks where a card should go. */
  readonly askWhere: (cardId: Id) => void;
  readonly openCard: (card: Card) => void;
  /** What else can be done to a card; nothing until that is loaded. */
  readonly cardActions: (card: Card) => readonly MenuItem[];
  /** Shows the field for a new column. */
  readonly addColumn: () => void;
}

/** The hue of a column's swatch. */
type HueOf = (columnId: Id) => number;

export const BoardUiContext = createContext<BoardUi | null>(null);

export function useBoardUi(): BoardUi {
  const ui = use(BoardUiContext);
  if (!ui) throw new Error('There is no board page around this component.');
  return ui;
}

/** The drag, for a lane that it touches: it comes from there or would go there. */
export function useDragIn(columnId: Id): Drag | null {
  return useDrag(({ inLane }) => inLane(columnId));
}

/** What somebody wants to know of the drag: drawn again only when that changes. */
export function useDrag<Part>(read: (drag: DragModel) => Part): Part {
  const { drag } = useBoardUi();
  return useSyncExternalStore(drag.subscribe, () => read(drag));
}
