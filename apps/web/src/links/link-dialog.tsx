import { linkNames } from '@talkan/board/card-markdown';
import { linkOperation } from '@talkan/board/field-operations';
import { LIMITS } from '@talkan/board/limits';
import type { Card, LinkSide } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { findCards } from '../history/find-cards';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { linkable } from './link-rows';
import styles from './links.module.css';

interface LinkDialogProps {
  readonly card: Card;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Links a card to another one, found by its number or a part of its title. */
export function LinkDialog({ card, open, onClose }: LinkDialogProps) {
  const headingId = useId();
  return (
    <Dialog open={open} onClose={onClose} labelledBy={headingId}>
      <LinkForm card={card} headingId={headingId} onClose={onClose} />
    </Dialog>
  );
}

const KINDS = Object.keys(linkNames()) as LinkSide[];

function LinkForm({ card, headingId, onClose }: Omit<LinkDialogProps, 'open'> & { readonly headingId: string }) {
  const store = useBoardStore();
  const board = useBoardPart((state) => state.board);
  const [kind, setKind] = useState<LinkSide>('blocked_by');
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const cards = useMemo(() => linkable(board, card), [board, card]);
  const found = useMemo(() => findCards(cards, board.key, text), [cards, board.key, text]);
  const current = found[Math.min(active, found.length - 1)];
  const field = useRef<HTMLInputElement>(null);
  // Which card is asked first. The dialog itself would begin at its top.
  useEffect(() => field.current?.focus(), []);

  const choose = (other: Card) => {
    store.commit([linkOperation('card.link', card.id, { kind, cardId: other.id })]);
    announce(`${linkNames()[kind]} ${board.key}-${other.number}.`);
    onClose();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (current) choose(current);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((Math.min(active, found.length - 1) + step + found.length) % Math.max(1, found.length));
    }
  };
  return (
    <div className={styles['form']}>
      <h2 id={headingId}>{t`Link ${board.key}-${card.number}`}</h2>
      <div className={styles['field']}>
        <label htmlFor={`${headingId}-kind`}>{t`It is`}</label>
        <select
          id={`${headingId}-kind`}
          value={kind}
          onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? kind)}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {LINK_WISHES[one]}
            </option>
          ))}
        </select>
      </div>
      <div className={styles['field']}>
        <label htmlFor={`${headingId}-card`}>{t`Card`}</label>
        <input
          id={`${headingId}-card`}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded="true"
          aria-controls={`${headingId}-list`}
          aria-activedescendant={current ? `${headingId}-${current.id}` : undefined}
          placeholder={t`Number or title`}
          autoComplete="off"
          maxLength={LIMITS.title}
          ref={field}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={press}
        />
      </div>
      {/* oxlint-disable jsx-a11y/prefer-tag-over-role -- A select has no field to type in, and no browser lets a datalist be drawn. */}
      <div id={`${headingId}-list`} role="listbox" aria-label={t`Cards`} className={styles['found']}>
        {found.map((other) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Its keys are those of the field.
          <div
            key={other.id}
            id={`${headingId}-${other.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={other === current}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(other)}
          >
            <span className={styles['number']}>{`${board.key}-${other.number}`}</span>
            <bdi className={styles['title']}>{other.title}</bdi>
          </div>
        ))}
        {found.length === 0 && (
          <div role="option" tabIndex={-1} aria-selected={false} aria-disabled="true">
            {cards.length === 0 ? t`There is no other card to link` : t`No card matches`}
          </div>
        )}
      </div>
      {/* oxlint-enable jsx-a11y/prefer-tag-over-role */}
      <div className={styles['buttons']}>
        <Button variant="ghost" onClick={onClose}>
          {t`Cancel`}
        </Button>
      </div>
    </div>
  );
}

/** The same as the ends of a sentence that begins with “It is”. */
const LINK_WISHES: Readonly<Record<LinkSide, string>> = {
  blocked_by: t`blocked by`,
  blocks: t`blocking`,
  relates: t`related to`,
  duplicates: t`a duplicate of`,
  duplicated_by: t`duplicated by`,
};
