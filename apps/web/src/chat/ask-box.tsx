import { utf8Size } from '@talkan/board/text';
import { t } from '@talkan/words/words';
import { ArrowUp, Square } from 'lucide-react';
import type { ClipboardEvent, KeyboardEvent, ReactNode, Ref } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { MOST_PASTED_BYTES, MOST_QUESTION_BYTES, TOO_LONG, TOO_LONG_PASTED } from './bounds';
import styles from './ask-box.module.css';
import type { LiveTurn } from './live-turn';
import { askWords, FIELD_ID, modeLabel, OFFLINE } from './names';
import { addPasted, isLong } from './pasted';
import { PastedChip } from './pasted-chip';

/** What is about to be asked. */
export interface Draft {
  readonly text: string;
  readonly pasted: string;
}

interface AskBoxProps {
  ref: Ref<HTMLTextAreaElement>;
  draft: Draft;
  /** What the panel is at; `null`: it waits for a question. */
  step: LiveTurn['step'] | 'doing' | null;
  /** Whether it is known in which conversation it is asked. */
  isReady: boolean;
  mayEdit: boolean;
  asksFirst: boolean;
  onDraft: (draft: Draft) => void;
  onAsk: () => void;
  onStop: () => void;
  /** Leads to the choice whether changes are made at once. */
  onMode: () => void;
  /** What stands under the field. */
  children: ReactNode;
}

const STATUS = { saving: t`Saving your changes first`, thinking: t`Thinking`, writing: t`Writing`, doing: t`Doing it` };

export function AskBox(props: AskBoxProps) {
  const { ref, draft, step, isReady, mayEdit, asksFirst, onDraft, onAsk, onStop, onMode, children } = props;
  const { text, pasted } = draft;
  const offline = useBoardPart((state) => state.connection === 'offline');
  const hurdle = hurdleOf(draft) ?? (offline ? OFFLINE : null);
  const isEmpty = text.trim() === '' && pasted === '';
  const canAsk = isReady && step === null && hurdle === null && !isEmpty;
  const ask = () => {
    if (canAsk) onAsk();
  };

  const askOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While a word is being composed (Japanese, Chinese, Korean, dead keys) Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    ask();
  };
  const takePasted = (event: ClipboardEvent) => {
    const long = event.clipboardData.getData('text/plain');
    if (!isLong(long)) return;
    event.preventDefault();
    onDraft({ text, pasted: addPasted(pasted, long.replaceAll('\r\n', '\n')) });
  };

  return (
    <form
      className={styles['ask']}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      {hurdle !== null && <p className={styles['hurdle']}>{hurdle}</p>}
      <div className={styles['box']}>
        {pasted !== '' && (
          <PastedChip
            text={pasted}
            onRemove={() => onDraft({ text, pasted: '' })}
            onAsText={() => onDraft({ text: addPasted(text, pasted), pasted: '' })}
          />
        )}
        <div className={styles['grow']} data-text={text}>
          <textarea
            ref={ref}
            id={FIELD_ID}
            rows={1}
            dir="auto"
            value={text}
            aria-label={t`Message the assistant`}
            placeholder={pasted === '' ? askWords(mayEdit) : t`What is to be done with it?`}
            enterKeyHint="send"
            onChange={(event) => onDraft({ text: event.target.value, pasted })}
            onKeyDown={askOnEnter}
            onPaste={takePasted}
          />
        </div>
        <div className={styles['row']}>
          {mayEdit && (
            <button type="button" className={styles['mode']} onClick={onMode}>
              <span className="sr-only">{t`When something is to change:`} </span>
              {modeLabel(asksFirst)}
            </button>
          )}
          <output className={styles['status']}>{step !== null && STATUS[step]}</output>
          {step === null || step === 'doing' ? (
            <button type="submit" className={styles['send']} aria-label={t`Send`} title={t`Send`} disabled={!canAsk}>
              <ArrowUp size={17} aria-hidden="true" />
            </button>
          ) : (
            <button type="button" className={styles['stop']} aria-label={t`Stop`} title={t`Stop`} onClick={onStop}>
              <Square size={12} fill="currentColor" aria-hidden="true" />
            </button>
          )}
        </div>
      </div>
      {children}
    </form>
  );
}

function hurdleOf({ text, pasted }: Draft): string | null {
  if (utf8Size(text) > MOST_QUESTION_BYTES) return TOO_LONG;
  return utf8Size(pasted) > MOST_PASTED_BYTES ? TOO_LONG_PASTED : null;
}
