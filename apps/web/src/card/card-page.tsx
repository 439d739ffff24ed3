import type { Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { ArrowRightLeft, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useBoardUi } from '../board/board-ui';
import { CardFailure, CardTrace } from '../board/card-foot';
import { isOfText } from '../board/after-failure';
import { failureOf } from '../board/failures';
import { placesIn, spotOf } from '../board/spot';
import { useCanEdit } from '../board/use-can-edit';
import { CardFields } from '../fields/card-fields';
import { CreatedValue } from '../fields/values';
import { recentCards } from '../palette/recent-cards';
import { useCardOffer } from '../card-actions/use-card-offer';
import { CardTools } from '../card-actions/card-tools';
import { Checklists } from '../checklists/checklists';
import { CardFiles } from '../files/card-files';
import { useCardFiles } from '../files/use-card-files';
import { useDropZone } from '../files/use-drop-zone';
import { CardLinks } from '../links/card-links';
import { useReadOnCard } from '../notices/use-read-on-card';
import { usePresenceParts, useSigns } from '../presence/signs';
import { ReadDetails } from '../markdown/read-details';
import { useBoardPart } from '../sync/use-board-store';
import { Button, IconButton } from '../ui/button';
import type { MenuItem } from '../ui/menu';
import { useLoaded } from '../ui/use-loaded';
import styles from './card-sheet.module.css';
import { CardDetails, CardTitle, UnsavedText } from './card-text';
import { ColumnSelect } from './column-select';

const loadActivity = () => import('../comments/card-activity');

export interface CardPageProps {
  readonly card: Card;
  readonly headingId: string;
  readonly onClose: () => void;
}

/** Everything about one card. */
export function CardPage({ card, headingId, onClose }: CardPageProps) {
  const canEdit = useCanEdit();
  const boardKey = useBoardPart((state) => state.board.key);
  const trace = useBoardPart((state) => state.traces.get(card.id));
  const failure = useBoardPart((state) => failureOf(state, card.id));
  const { doing, userId } = useSigns();
  const boardId = useBoardPart((state) => state.board.id);
  const activity = useLoaded(loadActivity);
  const files = useCardFiles(card);
  const zone = useDropZone(files.add);
  useReadOnCard(boardId, card);
  const page = useRef<HTMLDivElement>(null);
  const number = `${boardKey}-${card.number}`;
  // A refused text is handed back to its field, which shows both, and a comment says it itself: once is enough.
  const said = failure?.operations.some((one) => isOfText(one) || 'commentId' in one) ? undefined : failure;

  // Not a field: who only wants to read gets no keyboard on a phone, and Escape works at once.
  useEffect(() => page.current?.focus({ preventScroll: true }), []);

  useEffect(() => {
    doing.set({ ...doing.get(), cardId: card.id });
    return () => doing.set({ ...doing.get(), cardId: null });
  }, [doing, card.id]);

  useEffect(() => {
    recentCards.add(userId, { boardId, cardId: card.id, name: number, title: card.title });
  }, [userId, boardId, card.id, card.title, number]);

  return (
    <div ref={page} className={styles['page']} tabIndex={-1} {...(canEdit ? zone.handlers : {})}>
      <header className={styles['header']}>
        <h2 id={headingId} className={styles['number']}>
          {number}
          <span className="sr-only">, {card.title}</span>
        </h2>
        <ColumnSelect card={card} />
        <span className={styles['space']} />
        <CardTools card={card} onClose={onClose} />
        <IconButton label={t`Close card`} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles['body']} data-card-body>
        <div className={styles['main']}>
          {canEdit ? <CardTitle card={card} /> : <p className={styles['title']}>{card.title}</p>}
          {!canEdit && <UnsavedText card={card} field="title" />}
          {said && (
            <div className={styles['note']}>
              <CardFailure failure={said} card={card} />
            </div>
          )}
          {trace && (
            <div className={styles['note']}>
              <CardTrace cardId={card.id} trace={trace} canUndo={canEdit} />
            </div>
          )}
          {canEdit ? <CardDetails card={card} onPasteFiles={files.paste} /> : <ReadDetails text={card.details} />}
          {!canEdit && <UnsavedText card={card} field="details" />}
        </div>
        <Facts card={card} canEdit={canEdit} />
        <div className={styles['more']}>
          <Checklists card={card} canEdit={canEdit} />
          <CardFiles card={card} canEdit={canEdit} files={files} />
        </div>
        {activity && <activity.CardActivity cardId={card.id} onPasteFiles={canEdit ? files.paste : undefined} />}
      </div>
    </div>
  );
}

function Facts({ card, canEdit }: { card: Card; canEdit: boolean }) {
  const { askWhere } = useBoardUi();
  const move: MenuItem = {
    label: t`Move to…`,
    icon: ArrowRightLeft,
    shortcut: 'move',
    also: t`column place`,
    onSelect: () => askWhere(card.id),
  };
  useCardOffer(card, canEdit ? [move] : []);
  const parts = usePresenceParts();
  const place = useBoardPart((state) => (spotOf(state.board, card.id)?.index ?? 0) + 1);
  const places = useBoardPart((state) => placesIn(state.board, card.columnId, card.id));
  return (
    <dl className={styles['facts']}>
      <CardFields card={card} canEdit={canEdit} />
      <div>
        <dt>{t`Position`}</dt>
        <dd>
          {t`${place} of ${places}`}
          {canEdit && (
            <Button variant="ghost" className={styles['move']} onClick={move.onSelect}>
              <ArrowRightLeft size={14} aria-hidden="true" />
              {move.label}
            </Button>
          )}
        </dd>
      </div>
      <CardLinks card={card} canEdit={canEdit} />
      <div>
        <dt>{t`Created`}</dt>
        <dd>
          <CreatedValue card={card} />
        </dd>
      </div>
      {parts && <parts.PeopleAtCard cardId={card.id} />}
    </dl>
  );
}
