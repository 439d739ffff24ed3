import type { Card } from '@talkan/board/model';
import { inSense, t } from '@talkan/words/words';
import {
  Archive,
  ArrowDownToLine,
  ArrowRightLeft,
  ArrowUpToLine,
  Ellipsis,
  SquareArrowOutUpRight,
  SquareCheck,
} from 'lucide-react';
import { pickAndSay } from '../selection/say-chosen';
import { useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { Menu, type MenuItem } from '../ui/menu';
import { archiveCard } from './actions';
import { useBoardUi } from './board-ui';
import styles from './card.module.css';
import { moveTo, placesIn, saySpot } from './spot';

/** What can be done to a card without dragging or opening it. */
export function CardMenu({ card, tabIndex }: { card: Card; tabIndex: number }) {
  const store = useBoardStore();
  const { openCard, askWhere, cardActions, lanes, selection } = useBoardUi();

  const putAt = (index: number) => {
    const { board } = store.getState();
    const spot = { columnId: card.columnId, index };
    const operation = moveTo(board, card.id, spot);
    if (operation) store.commit([operation]);
    announce(`${board.key}-${card.number}: ${saySpot(board, card.id, spot)}.`);
    requestAnimationFrame(() => lanes.get(card.columnId)?.focusCard(card.id));
  };
  const items = (): readonly MenuItem[] => [
    { label: t`Open`, icon: SquareArrowOutUpRight, onSelect: () => openCard(card) },
    { label: t`Select`, icon: SquareCheck, shortcut: 'choose', onSelect: () => pickAndSay({ selection }, card.id) },
    { label: t`Move to…`, icon: ArrowRightLeft, shortcut: 'move', onSelect: () => askWhere(card.id) },
    { label: t`Move to the top`, icon: ArrowUpToLine, onSelect: () => putAt(0) },
    {
      label: t`Move to the bottom`,
      icon: ArrowDownToLine,
      onSelect: () => putAt(placesIn(store.getState().board, card.columnId, card.id) - 1),
    },
    ...cardActions(card),
    { label: inSense('verb')`Archive`, icon: Archive, shortcut: 'archive', onSelect: () => archiveCard(store, card) },
  ];

  return (
    <Menu
      label={t`Actions for ${card.title}`}
      items={items()}
      trigger={(props) => (
        <button
          {...props}
          type="button"
          className={styles['more']}
          tabIndex={tabIndex}
          aria-label={t`Actions for ${card.title}`}
        >
          <Ellipsis size={16} aria-hidden="true" />
        </button>
      )}
    />
  );
}
