import { utf8Size } from '@talkan/board/text';
import { ArrowUp, Square } from 'lucide-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useCanEdit } from '../board/use-can-edit';
import { MOST_QUESTION_BYTES } from './conversation';
import { useBoardPart } from '../sync/use-board-store';
import { askWords } from './names';
import styles from './chat-panel.module.css';
import type { TurnPhase } from './one-at-a-time';

interface AskBoxProps {
  ref: Ref<HTMLTextAreaElement>;
  text: string;
  phase: TurnPhase;
  onText: (text: string) => void;
  onAsk: () => void;
  onStop: () => void;
  /** What stands under the field. */
  children: ReactNode;
}

const OFFLINE = 'You are offline. The assistant can be asked when you’re back.';
const TOO_LONG = 'This is too long to send. Shorten it to 16 KiB, about eight pages.';

const STATUS: Record<TurnPhase, string> = { idle: '', saving: 'Saving your changes first', thinking: 'Thinking' };

export function AskBox({ ref, text, phase, onText, onAsk, onStop, children }: AskBoxProps) {
  const offline = useBoardPart((state) => state.connection === 'offline');
  const canEdit = useCanEdit();
  const idle = phase === 'idle';
  const tooLong = utf8Size(text) > MOST_QUESTION_BYTES;
  const hurdle = tooLong ? TOO_LONG : offline ? OFFLINE : null;
  const ask = () => {
    if (idle && hurdle === null) onAsk();
  };

  const askOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While a word is being composed (Japanese, Chinese, Korean, dead keys) Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    ask();
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
        <div className={styles['grow']} data-text={text}>
          <textarea
            ref={ref}
            rows={1}
            value={text}
            aria-label="Message the assistant"
            placeholder={askWords(canEdit)}
            enterKeyHint="send"
            onChange={(event) => onText(event.target.value)}
            onKeyDown={askOnEnter}
          />
        </div>
        <div className={styles['row']}>
          <output className={styles['status']}>{STATUS[phase]}</output>
          {idle ? (
            <button
              type="submit"
              className={styles['send']}
              aria-label="Send"
              title="Send"
              disabled={hurdle !== null || text.trim() === ''}
            >
              <ArrowUp size={17} aria-hidden="true" />
            </button>
          ) : (
            <button type="button" className={styles['stop']} aria-label="Stop" title="Stop" onClick={onStop}>
              <Square size={12} fill="currentColor" aria-hidden="true" />
            </button>
          )}
        </div>
      </div>
      {children}
    </form>
  );
}
