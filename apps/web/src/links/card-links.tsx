import { linkNames } from '@talkan/board/card-markdown';
import { linkOperation } from '@talkan/board/field-operations';
import type { Card, LinkSide } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { Link2, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { commitWithUndo } from '../board/actions';
import { useCardOffer } from '../card-actions/use-card-offer';
import { cardPath } from '../board/paths';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { Button, IconButton } from '../ui/button';
import { LinkDialog } from './link-dialog';
import { linkRows } from './link-rows';
import styles from './links.module.css';

/** What a card has to do with others, as rows of its facts. */
export function CardLinks({ card, canEdit }: { card: Card; canEdit: boolean }) {
  const board = useBoardPart((state) => state.board);
  const rows = useMemo(() => linkRows(board, card), [board, card]);
  const names = linkNames();
  const [isAdding, setAdding] = useState(false);
  const link = {
    label: t`Link a card`,
    icon: Link2,
    also: t`blocks duplicates relates`,
    onSelect: () => setAdding(true),
  };
  useCardOffer(card, canEdit ? [link] : []);
  return (
    <>
      {rows.map(({ kind, cards }) => (
        <div key={kind}>
          <dt>{names[kind]}</dt>
          <dd>
            <ul className={styles['links']}>
              {cards.map((other) => (
                <LinkedCard key={other.id} card={card} kind={kind} other={other} canEdit={canEdit} />
              ))}
            </ul>
          </dd>
        </div>
      ))}
      {canEdit && (
        <div>
          <dt>{t`Links`}</dt>
          <dd>
            <Button variant="ghost" className={styles['add']} onClick={link.onSelect}>
              <Link2 size={14} aria-hidden="true" />
              {link.label}
            </Button>
            <LinkDialog card={card} open={isAdding} onClose={() => setAdding(false)} />
          </dd>
        </div>
      )}
    </>
  );
}

interface LinkedCardProps {
  readonly card: Card;
  readonly kind: LinkSide;
  readonly other: Card;
  readonly canEdit: boolean;
}

function LinkedCard({ card, kind, other, canEdit }: LinkedCardProps) {
  const store = useBoardStore();
  const boardKey = useBoardPart((state) => state.board.key);
  const isDone = useBoardPart((state) => state.board.column(other.columnId)?.done === true);
  const number = `${boardKey}-${other.number}`;
  const unlink = () =>
    commitWithUndo(store, [linkOperation('card.unlink', card.id, { kind, cardId: other.id })], t`${number} unlinked`);
  return (
    <li className={styles['link']} data-done={isDone || undefined}>
      <Link href={cardPath(boardKey, other.number)}>
        <span className={styles['number']}>{number}</span> <bdi className={styles['title']}>{other.title}</bdi>
        {isDone && <span className="sr-only">{t`, done`}</span>}
      </Link>
      {canEdit && (
        <IconButton label={t`Unlink ${number}`} className={styles['unlink']} onClick={unlink}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
}
