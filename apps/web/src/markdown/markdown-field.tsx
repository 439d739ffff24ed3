import { inSentence, t } from '@talkan/words/words';
import { Pencil } from 'lucide-react';
import { useEffect, useImperativeHandle, useRef, useState, type MouseEvent, type Ref, type RefObject } from 'react';
import { IconButton } from '../ui/button';
import { MarkdownEditor, type MarkdownEditorProps } from './markdown-editor';
import styles from './markdown-field.module.css';
import { MarkdownView } from './markdown-view';
import { placeOfPress } from './place-of-press';

export interface MarkdownFieldProps extends MarkdownEditorProps {
  /** Called when the field is left: what was typed is to be saved. */
  readonly onLeave: () => void;
  /** The field’s element, while the source is shown in it. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Goes on in the source, at its end, whether it is shown or not. */
  readonly goOn?: Ref<() => void>;
}

/** A text in Markdown that is shown as it is meant, and as it is written to who changes it. */
export function MarkdownField(props: MarkdownFieldProps) {
  const { value, onType, onLeave, label, field } = props;
  const [caret, setCaret] = useState<number | null>(null);
  const [isActive, setActive] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  const whenReleased = useWhenReleased();

  useEffect(() => {
    if (isActive || !back.current) return;
    back.current = false;
    button.current?.focus({ preventScroll: true });
  }, [isActive]);

  const open = (place: number) => {
    setCaret(place);
    setActive(true);
  };
  const close = () => {
    setCaret(null);
    setActive(false);
  };
  useImperativeHandle(props.goOn, () => () => (field.current ? field.current.focus() : open(value.length)));
  if (isActive || value === '') {
    return (
      <MarkdownEditor
        {...props}
        caret={caret}
        isActive={isActive}
        onFocus={() => setActive(true)}
        onBlur={() => {
          onLeave();
          // The window was left, or what was pressed has led back: the field has the focus still.
          const leave = () => document.activeElement !== field.current && close();
          if (document.activeElement !== field.current) whenReleased(leave);
        }}
        onDone={() => {
          back.current = true;
          onLeave();
          close();
        }}
      />
    );
  }
  return (
    <div className={styles['shown']}>
      {/* For the mouse and the finger; keys have the button. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className={styles['text']}
        onClick={(event: MouseEvent<HTMLElement>) => {
          const place = placeOfPress(event, value);
          if (place !== null) open(place);
        }}
      >
        <MarkdownView text={value} onTick={onType} />
      </div>
      <IconButton
        ref={button}
        label={t`Edit ${inSentence(label)}`}
        className={styles['edit']}
        onClick={() => open(value.length)}
      >
        <Pencil size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/**
 * What shrinks while a pointer is down moves what it was pressed on, and nothing is clicked: so that waits until it is up again.
 */
function useWhenReleased(): (act: () => void) => void {
  const down = useRef(false);
  useEffect(() => {
    const stop = new AbortController();
    const options = { signal: stop.signal, capture: true };
    addEventListener('pointerdown', () => (down.current = true), options);
    for (const type of ['pointerup', 'pointercancel']) addEventListener(type, () => (down.current = false), options);
    return () => stop.abort();
  }, []);
  return (act) => {
    if (!down.current) return act();
    const wait = () => requestAnimationFrame(() => (down.current ? wait() : act()));
    wait();
  };
}
