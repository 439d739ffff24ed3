import type { Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useEffect, useId, useRef } from 'react';
import { useLocation } from 'wouter';
import { useBoardUi } from '../board/board-ui';
import { ARCHIVE_PATH } from '../board/paths';
import { useMarkdown } from '../markdown/load-markdown';
import { useBoardPart } from '../sync/use-board-store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { CardPage } from './card-page';
import styles from './card-sheet.module.css';
import { useCardRoute } from './use-card-route';
import { useNamedCard } from './use-named-card';

/** The card in the address: over the board on a desktop, with the chat in reach; over everything on a phone. */
export function CardSheet() {
  const { name, close } = useCardRoute();
  const { lanes } = useBoardUi();
  const headingId = useId();
  const found = useNamedCard(name);
  // At hand before the first card is opened: its text is drawn at once as it is meant.
  useMarkdown();
  const shown = useRef<Card | undefined>(undefined);

  useEffect(() => {
    if (found) shown.current = found;
    else if (name === null && shown.current) {
      const { id, columnId } = shown.current;
      shown.current = undefined;
      // Back to where one was on the board, unless the focus went elsewhere, as into the chat.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) lanes.get(columnId)?.focusCard(id);
      });
    }
  }, [found, name, lanes]);

  return (
    <Dialog open={name !== null} onClose={close} labelledBy={headingId} variant="sheet">
      {found ? (
        <CardPage key={found.id} card={found} headingId={headingId} onClose={close} />
      ) : (
        <NoCard name={name ?? ''} headingId={headingId} onClose={close} />
      )}
    </Dialog>
  );
}

function NoCard({ name, headingId, onClose }: { name: string; headingId: string; onClose: () => void }) {
  const title = useBoardPart((state) => state.board.title);
  const [, navigate] = useLocation();
  const place = useRef<HTMLDivElement>(null);
  // The card may have been archived while one had the focus in it.
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  const look = () => navigate(`${ARCHIVE_PATH}?q=${name}`, { replace: true, state: history.state });
  return (
    <div ref={place} className={styles['none']} tabIndex={-1}>
      <h2 id={headingId}>{t`${name.toUpperCase()} is not here`}</h2>
      <p>{t`It is not on the board “${title}”: it may have been archived, or the link names another card.`}</p>
      <Button variant="primary" onClick={onClose}>
        {t`Back to the board`}
      </Button>
      <Button onClick={look}>{t`Look in the archive`}</Button>
    </div>
  );
}
