import { LIMITS } from '@talkan/board/limits';
import { utf8Size } from '@talkan/board/text';
import { t } from '@talkan/words/words';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useAutoGrow } from '../card/use-auto-grow';
import { applyEdit, typedIn } from '../markdown/apply-edit';
import { Completion } from '../markdown/completion';
import { continueList, pasteAddress } from '../markdown/edits';
import { editFor, Toolbar } from '../markdown/toolbar';
import { useFilePaste, type PasteFiles } from '../markdown/use-file-paste';
import { useSuggestions } from '../markdown/use-suggestions';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import styles from './comment-editor.module.css';

export interface CommentEditorProps {
  /** Of the field. */
  readonly id?: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly label: string;
  readonly submitLabel: string;
  /** Called with a text that is one. */
  readonly onSubmit: (text: string) => void;
  /** Esc; what was typed stays. */
  readonly onLeave?: () => void;
  /** Whether somebody has asked for it: it gets the focus. */
  readonly isWanted?: boolean;
  readonly onPasteFiles?: PasteFiles | undefined;
  /** Beside the button that submits. */
  readonly children?: ReactNode;
}

/** A comment as it is typed: one line at first, and as high as its text. */
export function CommentEditor(props: CommentEditorProps) {
  const { value, onType, label, submitLabel, onSubmit, onLeave, isWanted = false } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  // It stays as large as it was once needed: what shrinks moves what somebody is about to press.
  const [wasEntered, setEntered] = useState(false);
  const suggestions = useSuggestions();
  const takeFiles = useFilePaste(props);
  const problemId = useId();
  const isTooLong = utf8Size(value) > LIMITS.remarkBytes;
  const isOpen = wasEntered || isWanted || value !== '';
  useAutoGrow(field);
  useEffect(() => {
    if (!isWanted) return;
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [isWanted]);

  // What sends it comes below the field: it is to be seen, too.
  useEffect(() => {
    if (wasEntered) bringIntoSight(editor.current);
  }, [wasEntered]);

  const submit = () => {
    const text = value.trimEnd();
    if (text.trim() === '' || isTooLong) return field.current?.focus();
    onSubmit(text);
    // What was said stands above it now.
    requestAnimationFrame(() => bringIntoSight(editor.current));
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const typed = typedIn(event.currentTarget);
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey;
    const isPlainEnter = event.key === 'Enter' && !event.shiftKey && !isShortcut && !event.altKey;
    if (event.key === 'Escape' && (onLeave || value !== '')) {
      // It leaves the text, and not the card around it.
      event.currentTarget.blur();
      if (value === '') setEntered(false);
      onLeave?.();
    } else if (event.key === 'Enter' && isShortcut) submit();
    else {
      const edit = isPlainEnter ? continueList(typed) : isShortcut ? editFor(event, typed) : null;
      if (!edit) return;
      applyEdit(event.currentTarget, edit);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={editor} className={classNames(styles['editor'], isOpen && styles['open'])} data-sent>
      <div className={styles['typing']}>
        <textarea
          ref={field}
          id={props.id}
          className={styles['source']}
          rows={1}
          value={value}
          maxLength={LIMITS.remarkBytes}
          placeholder={label}
          aria-label={label}
          aria-autocomplete="list"
          aria-invalid={isTooLong || undefined}
          aria-describedby={isTooLong ? problemId : undefined}
          dir="auto"
          onFocus={() => setEntered(true)}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={press}
          onDrop={takeFiles}
          onPaste={(event) => {
            if (takeFiles(event)) return;
            const edit = pasteAddress(typedIn(event.currentTarget), event.clipboardData.getData('text/plain'));
            if (!edit) return;
            event.preventDefault();
            applyEdit(event.currentTarget, edit);
          }}
        />
        {isOpen && <Completion field={field} {...suggestions} />}
      </div>
      {isTooLong && (
        <p id={problemId} className={styles['problem']} role="alert">
          {t`A comment holds at most 16 KiB. Shorten it.`}
        </p>
      )}
      {isOpen && (
        <div className={styles['tools']}>
          <Toolbar field={field} />
          {props.children}
          {/* Not disabled: what has just sent something would lose the focus. */}
          <Button
            variant="primary"
            aria-disabled={value.trim() === '' || isTooLong || undefined}
            title={t`Ctrl Enter`}
            onClick={submit}
          >
            {submitLabel}
          </Button>
        </div>
      )}
    </div>
  );
}

function bringIntoSight(editor: HTMLElement | null): void {
  editor?.scrollIntoView({ block: 'nearest' });
}
