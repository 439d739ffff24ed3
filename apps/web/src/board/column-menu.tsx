import type { Column } from '@talkan/board/model';
import { Archive, ArrowLeft, ArrowRight, Columns3, Ellipsis, Pencil } from 'lucide-react';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { IconButton } from '../ui/button';
import { Menu, type MenuItem } from '../ui/menu';
import { archiveColumn, countCards } from './actions';
import { useBoardUi } from './board-ui';
import { startRenaming } from './renaming';

/** What can be done to a column. */
export function ColumnMenu({ column, extra = [] }: { column: Column; extra?: readonly MenuItem[] }) {
  const store = useBoardStore();
  const { addColumn } = useBoardUi();
  const columns = useBoardPart((state) => state.board.columns());
  const cards = useBoardPart((state) => state.board.cardsIn(column.id).length);
  const index = columns.findIndex((other) => other.id === column.id);

  const moveTo = (to: number) => {
    const others = columns.filter((other) => other.id !== column.id);
    const before = others[to]?.id;
    const after = others[to - 1]?.id;
    store.commit([
      {
        type: 'column.move',
        columnId: column.id,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    ]);
    announce(`${column.title} is column ${to + 1} of ${columns.length}.`);
    const lane = `[data-lane="${CSS.escape(column.id)}"]`;
    requestAnimationFrame(() => document.querySelector(lane)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  };
  const items: readonly MenuItem[] = [
    ...extra,
    { label: 'Rename', icon: Pencil, onSelect: () => startRenaming(column.id) },
    { label: 'Move left', icon: ArrowLeft, disabled: index <= 0, onSelect: () => moveTo(index - 1) },
    {
      label: 'Move right',
      icon: ArrowRight,
      disabled: index >= columns.length - 1,
      onSelect: () => moveTo(index + 1),
    },
    { label: 'Add column', icon: Columns3, onSelect: addColumn },
    {
      label: cards === 0 ? 'Archive' : `Archive with ${countCards(cards)}`,
      icon: Archive,
      onSelect: () => archiveColumn(store, column),
    },
  ];
  return (
    <Menu
      label={`Actions for the column ${column.title}`}
      items={items}
      trigger={(props) => (
        <IconButton {...props} label={`Actions for the column ${column.title}`}>
          <Ellipsis size={16} aria-hidden="true" />
        </IconButton>
      )}
    />
  );
}
