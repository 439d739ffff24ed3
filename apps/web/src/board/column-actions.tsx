import { archiveAll, sortColumn, type SortKey } from '@talkan/board/compose-column';
import type { Column } from '@talkan/board/model';
import { inSense, inSentence, t } from '@talkan/words/words';
import {
  Archive,
  ArrowDownWideNarrow,
  ArrowLeft,
  ArrowRight,
  ArrowRightToLine,
  ChevronsRightLeft,
  Columns3,
  Ellipsis,
  Pencil,
  SlidersHorizontal,
} from 'lucide-react';
import { useState } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { IconButton } from '../ui/button';
import { Menu, type MenuItem } from '../ui/menu';
import { showToast } from '../ui/toast';
import { useOffer } from '../ui/offers';
import { soon } from '../ui/soon';
import { useIsPhone } from '../ui/use-media';
import { archiveColumn, commitWithUndo, countCards } from './actions';
import { useBoardUi } from './board-ui';
import { moveColumnTo } from './column-place';
import { ColumnSettings } from './column-settings';
import { MoveAllDialog } from './move-all-dialog';
import { startRenaming } from './renaming';

const SORTS: readonly { readonly by: SortKey; readonly label: string }[] = [
  { by: 'due', label: t`Due date` },
  { by: 'priority', label: t`Priority` },
  { by: 'title', label: t`Title` },
  { by: 'created', label: t`When created` },
];

/** What can be done to a column: all of its cards, also those that a filter hides, are meant. */
export function ColumnActions({ column, extra }: { column: Column; extra: readonly MenuItem[] }) {
  const { addColumn, whole: store, collapse } = useBoardUi();
  const phone = useIsPhone();
  const [asking, setAsking] = useState<'settings' | 'move' | null>(null);
  const columns = useBoardPart((state) => state.board.columns());
  const cards = useBoardPart((state) => (state.whole ?? state.board).cardsIn(column.id).length);
  const index = columns.findIndex((other) => other.id === column.id);

  const moveTo = (to: number) => {
    const operation = moveColumnTo(store.getState().board, { columnId: column.id, index: to });
    if (operation) store.commit([operation]);
    announce(t`${column.title} is column ${to + 1} of ${columns.length}.`);
    const lane = `[data-lane="${CSS.escape(column.id)}"]`;
    requestAnimationFrame(() => document.querySelector(lane)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  };
  const shut = () => {
    collapse(column.id, true);
    announce(t`“${column.title}” is collapsed.`);
    // The button that led here goes with the open column.
    const button = `[data-shut-lane="${CSS.escape(column.id)}"] > button`;
    void soon(() => document.querySelector<HTMLElement>(button)).then((found) => found?.focus());
  };
  const sort = (by: SortKey, label: string) => {
    const operations = sortColumn(store.getState().board, column.id, by);
    if (operations.length === 0) showToast({ message: t`“${column.title}” is in that order already.` });
    else commitWithUndo(store, operations, t`“${column.title}” sorted by ${inSentence(label)}`);
  };
  const archiveCards = () => {
    const all = store.getState().board.cardsIn(column.id);
    commitWithUndo(store, archiveAll(all), t`${countCards(all.length)} of “${column.title}” archived`);
  };
  const items: readonly MenuItem[] = [
    ...extra,
    { label: t`Rename`, icon: Pencil, onSelect: () => startRenaming(column.id) },
    { label: t`Limit and colour…`, icon: SlidersHorizontal, onSelect: () => setAsking('settings') },
    ...(phone ? [] : [{ label: t`Collapse`, icon: ChevronsRightLeft, onSelect: shut }]),
    { label: t`Move left`, icon: ArrowLeft, disabled: index <= 0, onSelect: () => moveTo(index - 1) },
    {
      label: t`Move right`,
      icon: ArrowRight,
      disabled: index >= columns.length - 1,
      onSelect: () => moveTo(index + 1),
    },
    { label: t`Add column`, icon: Columns3, onSelect: addColumn },
    ...SORTS.map(({ by, label }): MenuItem => {
      const section = t`Sort cards once by`;
      const alone = `${section} ${inSentence(label)}`;
      return { label, alone, icon: ArrowDownWideNarrow, section, disabled: cards < 2, onSelect: () => sort(by, label) };
    }),
    {
      label: t`Move all cards…`,
      icon: ArrowRightToLine,
      section: t`All cards`,
      disabled: cards === 0 || columns.length < 2,
      onSelect: () => setAsking('move'),
    },
    {
      label: cards === 0 ? t`Archive all cards` : t`Archive ${countCards(cards)}`,
      icon: Archive,
      section: t`All cards`,
      disabled: cards === 0,
      onSelect: archiveCards,
    },
    {
      label: cards === 0 ? inSense('verb')`Archive` : t`Archive with ${countCards(cards)}`,
      icon: Archive,
      section: t`Column`,
      onSelect: () => archiveColumn(store, column),
    },
  ];
  useOffer({ scope: 'column', of: { id: column.id, name: column.title }, items });
  return (
    <>
      <Menu
        label={t`Actions for the column ${column.title}`}
        items={items}
        trigger={(props) => (
          <IconButton {...props} label={t`Actions for the column ${column.title}`}>
            <Ellipsis size={16} aria-hidden="true" />
          </IconButton>
        )}
      />
      {asking === 'settings' && <ColumnSettings column={column} onClose={() => setAsking(null)} />}
      {asking === 'move' && <MoveAllDialog column={column} onClose={() => setAsking(null)} />}
    </>
  );
}
