import { LIMITS } from '@talkan/board/limits';
import type { Card } from '@talkan/board/model';
import { useId, useRef } from 'react';
import { joinLines } from '../board/one-line';
import { useBoardPart } from '../sync/use-board-store';
import { Button } from '../ui/button';
import { useDraft } from '../ui/drafts';
import styles from './card-sheet.module.css';
import { cardFieldDraft, readFieldDraft, type CardField } from './field-draft';
import { useAutoGrow } from './use-auto-grow';
import { useCardField, type CardFieldState } from './use-card-field';

/** The card's title as a field that grows with it. */
export function CardTitle({ card }: { card: Card }) {
  const field = useCardField(card, 'title');
  const element = useRef<HTMLTextAreaElement>(null);
  const problemId = useId();
  useAutoGrow(element);
  return (
    <>
      <textarea
        ref={element}
        className={styles['title']}
        rows={1}
        value={field.text}
        maxLength={LIMITS.title}
        aria-label="Title"
        aria-invalid={field.status === 'empty' || undefined}
        aria-describedby={field.status === 'empty' ? problemId : undefined}
        enterKeyHint="done"
        onChange={(event) => field.type(joinLines(event.target.value))}
        onBlur={field.save}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          field.save();
        }}
      />
      {field.status === 'empty' && (
        <p id={problemId} className={styles['problem']} role="alert">
          A card needs a title. It keeps the old one until you type another.
        </p>
      )}
      {field.status === 'conflict' && (
        <Conflict what="title" theirs={card.title} field={field} onChosen={() => element.current?.focus()} />
      )}
    </>
  );
}

/** The card's details: plain text, as it is typed. */
export function CardDetails({ card }: { card: Card }) {
  const field = useCardField(card, 'details');
  const element = useRef<HTMLTextAreaElement>(null);
  useAutoGrow(element);
  return (
    <>
      <textarea
        ref={element}
        className={styles['details']}
        rows={3}
        value={field.text}
        maxLength={LIMITS.detailsBytes}
        placeholder="Add details"
        aria-label="Details"
        onChange={(event) => field.type(event.target.value)}
        onBlur={field.save}
      />
      {field.status === 'conflict' && (
        <Conflict what="details" theirs={card.details} field={field} onChosen={() => element.current?.focus()} />
      )}
    </>
  );
}

/** What was typed by somebody who may not change the board any more: it cannot be saved, but it is not taken away. */
export function UnsavedText({ card, field }: { card: Card; field: CardField }) {
  const boardId = useBoardPart((state) => state.board.id);
  const [kept, , clear] = useDraft(cardFieldDraft(boardId, card.id, field), '');
  const text = readFieldDraft(kept)?.text;
  if (text === undefined || text === card[field]) return null;
  return (
    <div className={styles['conflict']} role="alert">
      <p>
        What you typed as {field} is not saved, and you may not change this board any more. Copy what you need of it:
      </p>
      <blockquote>{text}</blockquote>
      <div className={styles['choice']}>
        <Button onClick={clear}>Discard</Button>
      </div>
    </div>
  );
}

interface ConflictProps {
  readonly what: 'title' | 'details';
  readonly theirs: string;
  readonly field: CardFieldState;
  /** The choice is gone once it was made: the focus goes on in the field. */
  readonly onChosen: () => void;
}

/** Both texts, and the choice between them. Neither is lost before it is made. */
function Conflict({ what, theirs, field, onChosen }: ConflictProps) {
  const choose = (choice: () => void) => () => {
    onChosen();
    choice();
  };
  return (
    <div className={styles['conflict']} role="alert">
      <p>
        {what === 'title' ? 'The title was' : 'The details were'} changed while you typed. Yours stands above and is not
        saved; this is there now:
      </p>
      <blockquote>{theirs === '' ? <i>nothing</i> : theirs}</blockquote>
      <div className={styles['choice']}>
        <Button variant="primary" onClick={choose(field.keepMine)}>
          Keep mine
        </Button>
        <Button onClick={choose(field.takeTheirs)}>Take theirs</Button>
      </div>
    </div>
  );
}
