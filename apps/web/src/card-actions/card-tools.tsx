import type { Card } from '@talkan/board/model';
import { inSense, t } from '@talkan/words/words';
import { Archive, ChevronDown, ChevronUp, Ellipsis, SquareCheck } from 'lucide-react';
import { archiveCard } from '../board/actions';
import { useBoardUi } from '../board/board-ui';
import { useCanEdit } from '../board/use-can-edit';
import { useCardRoute } from '../card/use-card-route';
import { pickAndSay } from '../selection/say-chosen';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { IconButton } from '../ui/button';
import { Menu, type MenuItem } from '../ui/menu';
import { cardActions } from './card-actions';
import { cardBeside } from './neighbours';
import { useCardOffer } from './use-card-offer';

interface CardToolsProps {
  readonly card: Card;
  readonly onClose: () => void;
}

/** In the open card's head: the way to its neighbours, and what can be done to all of it. */
export function CardTools({ card, onClose }: CardToolsProps) {
  const store = useBoardStore();
  const canEdit = useCanEdit();
  const boardKey = useBoardPart((state) => state.board.key);
  const number = `${boardKey}-${card.number}`;
  const archive: MenuItem = {
    label: inSense('verb')`Archive`,
    icon: Archive,
    shortcut: 'archive',
    onSelect: () => {
      onClose();
      archiveCard(store, card);
    },
  };
  const { selection } = useBoardUi();
  const select: MenuItem = {
    label: t`Select`,
    icon: SquareCheck,
    also: t`choose several`,
    onSelect: () => {
      onClose();
      pickAndSay({ selection }, card.id);
    },
  };
  const items = [select, ...cardActions(store, card), ...(canEdit ? [archive] : [])];
  useCardOffer(card, items);
  return (
    <>
      <Neighbours card={card} />
      <Menu
        label={t`Actions for ${number}`}
        items={items}
        trigger={(props) => (
          <IconButton {...props} label={t`Actions for ${number}`}>
            <Ellipsis size={16} aria-hidden="true" />
          </IconButton>
        )}
      />
    </>
  );
}

function Neighbours({ card }: Pick<CardToolsProps, 'card'>) {
  const store = useBoardStore();
  const { rename } = useCardRoute();
  const { shown } = useBoardUi();
  const beside = (step: 1 | -1) => {
    const { board } = shown.getState();
    // A card that a filter hides by now has no neighbours among those that it shows.
    return cardBeside(board.card(card.id) ? board : store.getState().board, card.id, step);
  };
  const before = useBoardPart(() => beside(-1));
  const after = useBoardPart(() => beside(1));
  // In the place of this one: Back leads to the board, however many were looked at.
  const go = (to: Card | undefined) => to && rename(store.getState().board.key, to.number);
  const ways: readonly MenuItem[] = [
    {
      label: t`Previous card`,
      icon: ChevronUp,
      shortcut: 'previousCard',
      disabled: !before,
      onSelect: () => go(before),
    },
    { label: t`Next card`, icon: ChevronDown, shortcut: 'nextCard', disabled: !after, onSelect: () => go(after) },
  ];
  useCardOffer(card, ways);
  return (
    <>
      {ways.map(({ label, icon: Icon, shortcut, disabled, onSelect }) => (
        <IconButton key={label} label={label} shortcut={shortcut} disabled={disabled} onClick={onSelect}>
          {Icon && <Icon size={17} aria-hidden="true" />}
        </IconButton>
      ))}
    </>
  );
}
