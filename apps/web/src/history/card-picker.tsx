import type { Board, Card, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { X } from 'lucide-react';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { IconButton } from '../ui/button';
import styles from './filter-bar.module.css';
import { findCards } from './find-cards';

interface CardPickerProps {
  readonly chosen: Id | null;
  readonly onChoose: (cardId: Id | null) => void;
}

/** A card by its number or a part of its title. */
export function CardPicker({ chosen, onChoose }: CardPickerProps) {
  return chosen === null ? <Search onChoose={onChoose} /> : <Chosen cardId={chosen} onClear={() => onChoose(null)} />;
}

function Chosen({ cardId, onClear }: { cardId: Id; onClear: () => void }) {
  const card = useBoardPart((state) => state.board.card(cardId));
  const boardKey = useBoardPart((state) => state.board.key);
  const name = card ? `${boardKey}-${card.number}` : t`A card not on the board`;
  return (
    <span className={styles['chosen']} title={card?.title}>
      <span>{name}</span>
      <IconButton label={t`Changes of all cards, not only of ${name}`} onClick={onClear}>
        <X size={14} aria-hidden="true" />
      </IconButton>
    </span>
  );
}

function Search({ onChoose }: { onChoose: (cardId: Id) => void }) {
  const id = useId();
  const board = useBoardPart((state) => state.board);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useMemo(() => (open ? findCards(cardsOf(board), board.key, text) : []), [open, board, text]);
  const current = found[Math.min(active, found.length - 1)];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && (open || text !== '')) {
      event.preventDefault();
      setText('');
      setOpen(false);
    } else if (event.key === 'Enter' && open && current) {
      event.preventDefault();
      onChoose(current.id);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(open ? (Math.min(active, found.length - 1) + step + found.length) % Math.max(1, found.length) : 0);
      setOpen(true);
    }
  };

  return (
    <div
      className={styles['search']}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <input
        className={styles['control']}
        role="combobox"
        aria-label={t`Card`}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && current ? `${id}-${current.id}` : undefined}
        placeholder={t`Any card`}
        autoComplete="off"
        value={text}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      {/* oxlint-disable jsx-a11y/prefer-tag-over-role -- A select has no field to type in, and no browser lets a datalist be drawn. */}
      <div id={`${id}-list`} role="listbox" aria-label={t`Cards`} className={styles['found']} hidden={!open}>
        {found.map((card) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Its keys are those of the field.
          <div
            key={card.id}
            id={`${id}-${card.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={card === current}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(card.id)}
          >
            <span className={styles['number']}>{`${board.key}-${card.number}`}</span>
            <span className={styles['title']}>{card.title}</span>
          </div>
        ))}
        {found.length === 0 && (
          <div role="option" tabIndex={-1} aria-selected={false} aria-disabled="true">
            {t`No card matches`}
          </div>
        )}
      </div>
      {/* oxlint-enable jsx-a11y/prefer-tag-over-role */}
    </div>
  );
}

function cardsOf(board: Board): Card[] {
  return board.columns().flatMap((column) => board.cardsIn(column.id));
}
