import { LIMITS } from '@talkan/board/limits';
import type { Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { Pencil } from 'lucide-react';
import { useId, useRef } from 'react';
import { useCardOffer } from '../card-actions/use-card-offer';
import { joinLines } from '../board/one-line';
import { MarkdownField } from '../markdown/markdown-field';
import type { PasteFiles } from '../markdown/use-file-paste';
import { useSuggestions } from '../markdown/use-suggestions';
import { useBoardPart } from '../sync/use-board-store';
import { Button } from '../ui/button';
import { useDraft } from '../ui/drafts';
import styles from './card-sheet.module.css';
import { cardFieldDraft, readFieldDraft, type CardField } from './field-draft';
import { FieldConflict } from './field-conflict';
import { useAutoGrow } from './use-auto-grow';
import { useCardField } from './use-card-field';

/** The card's title as a field that grows with it. */
export function CardTitle({ card }: { card: Card }) {
  const field = useCardField(card, 'title');
  const element = useRef<HTMLTextAreaElement>(null);
  const problemId = useId();
  useAutoGrow(element);
  const edit = () => {
    element.current?.focus();
    element.current?.select();
  };
  useCardOffer(card, [{ label: t`Edit the title`, icon: Pencil, shortcut: 'rename', also: t`rename`, onSelect: edit }]);
  return (
    <>
      <textarea
        ref={element}
        className={styles['title']}
        rows={1}
        value={field.text}
        maxLength={LIMITS.title}
        aria-label={t`Title`}
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
          {t`A card needs a title. It keeps the old one until you type another.`}
        </p>
      )}
      {field.status === 'conflict' && (
        <FieldConflict card={card} what="title" field={field} onChosen={() => element.current?.focus()} />
      )}
    </>
  );
}

/** The card's details, in Markdown. */
export function CardDetails({ card, onPasteFiles }: { card: Card; onPasteFiles: PasteFiles }) {
  const field = useCardField(card, 'details');
  const element = useRef<HTMLTextAreaElement>(null);
  const goOn = useRef<() => void>(null);
  const suggestions = useSuggestions();
  return (
    <>
      <MarkdownField
        {...suggestions}
        field={element}
        goOn={goOn}
        value={field.text}
        maxLength={LIMITS.detailsBytes}
        placeholder={t`Add details`}
        label={t`Details`}
        onType={field.type}
        onLeave={field.save}
        onPasteFiles={onPasteFiles}
      />
      {field.status === 'conflict' && (
        <FieldConflict card={card} what="details" field={field} onChosen={() => goOn.current?.()} />
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
        {field === 'title'
          ? t`The title that you typed is not saved, and you may not change this board any more. Copy what you need of it:`
          : t`The details that you typed are not saved, and you may not change this board any more. Copy what you need of it:`}
      </p>
      <blockquote>{text}</blockquote>
      <div className={styles['choice']}>
        <Button onClick={clear}>{t`Discard`}</Button>
      </div>
    </div>
  );
}
