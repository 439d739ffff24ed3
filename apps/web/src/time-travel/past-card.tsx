import type { Board, Card } from '@talkan/board/model';
import { canEdit as canChange } from '../board/use-can-edit';
import { t } from '@talkan/words/words';
import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useBoardUi } from '../board/board-ui';
import { hueStyle } from '../board/hues';
import { numberNamed } from '../board/paths';
import card from '../card/card-sheet.module.css';
import { CardFields } from '../fields/card-fields';
import { historyPath } from '../history/history-path';
import { ReadDetails } from '../markdown/read-details';
import { useBoardPart } from '../sync/use-board-store';
import { Button, IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useLiveStore } from './live-store';
import { withFilters } from './paths';
import { useRestoreCard } from './restore';
import type { MomentWords } from './time-travel';

/** A card as it was: to be read, and brought back by who may. It goes along when one steps on. */
export function PastCard({ name, words }: { name: string | null; words: MomentWords | null }) {
  const board = useBoardPart((state) => state.board);
  const headingId = useId();
  const [, navigate] = useLocation();
  const { lanes } = useBoardUi();
  const found = name === null ? undefined : findNumbered(board, name);

  const close = () => {
    navigate(withFilters(historyPath(board.seq)), { replace: true });
    if (found) {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) lanes.get(found.columnId)?.focusCard(found.id);
      });
    }
  };
  return (
    <Dialog open={name !== null} onClose={close} labelledBy={headingId} variant="sheet">
      {found ? (
        <Page past={found} board={board} words={words} headingId={headingId} onClose={close} />
      ) : (
        <div className={card['none']}>
          <h2 id={headingId}>{t`${name?.toUpperCase() ?? ''} was not on the board then`}</h2>
          <p>{t`It was added later, or in the archive. Go to another moment, or back to the board.`}</p>
          <Button variant="primary" onClick={close}>
            {t`Close`}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

interface PageProps {
  past: Card;
  board: Board;
  words: MomentWords | null;
  headingId: string;
  onClose: () => void;
}

function Page({ past, board, words, headingId, onClose }: PageProps) {
  const { hues } = useBoardUi();
  const live = useLiveStore();
  const canEdit = canChange(live.getState());
  const restore = useRestoreCard();
  const [busy, setBusy] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  const number = `${board.key}-${past.number}`;
  const place = board.cardsIn(past.columnId).indexOf(past) + 1;
  useEffect(() => page.current?.focus({ preventScroll: true }), []);

  const bringBack = async () => {
    if (busy) return;
    setBusy(true);
    await restore(past, { seq: board.seq, name: number, when: words?.when ?? '' });
    setBusy(false);
  };
  return (
    <div ref={page} className={card['page']} tabIndex={-1}>
      <header className={card['header']}>
        <h2 id={headingId} className={card['number']}>
          {number}
          <span className="sr-only">{t`, ${past.title}, as it was`}</span>
        </h2>
        <span className={card['column']} style={hueStyle(hues(past.columnId))}>
          <span>{board.column(past.columnId)?.title}</span>
        </span>
        <span className={card['space']} />
        <IconButton label={t`Close card`} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <div className={card['body']}>
        <div className={card['main']}>
          <p className={card['title']}>{past.title}</p>
          <ReadDetails text={past.details} />
        </div>
        <dl className={card['facts']}>
          <div>
            <dt>{t`As it was`}</dt>
            <dd>{words ? t`after change ${board.seq}, ${words.when}` : t`after change ${board.seq}`}</dd>
          </div>
          <CardFields card={past} canEdit={false} />
          <div>
            <dt>{t`Position`}</dt>
            <dd>{t`${place} of ${board.cardsIn(past.columnId).length}`}</dd>
          </div>
          {canEdit && (
            <div>
              <dt>{t`Text, fields, column and place`}</dt>
              <dd>
                <Button variant="primary" aria-disabled={busy} onClick={() => void bringBack()}>
                  {busy ? t`Restoring` : t`Restore this card`}
                </Button>
              </dd>
            </div>
          )}
        </dl>
      </div>
    </div>
  );
}

function findNumbered(board: Board, name: string): Card | undefined {
  const number = numberNamed(name);
  for (const column of board.columns()) {
    const found = board.cardsIn(column.id).find((candidate) => candidate.number === number);
    if (found) return found;
  }
  return undefined;
}
