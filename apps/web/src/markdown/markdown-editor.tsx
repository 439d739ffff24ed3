import type { Card } from '@talkan/board/model';
import { useLayoutEffect, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { useAutoGrow } from '../card/use-auto-grow';

import { applyEdit, typedIn } from './apply-edit';
import { Completion } from './completion';
import { continueList, pasteAddress } from './edits';
import styles from './markdown-field.module.css';
import { editFor, Toolbar } from './toolbar';
import { useFilePaste, type PasteFiles } from './use-file-paste';

export interface MarkdownEditorProps {
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly label: string;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly boardKey: string;
  readonly people: readonly { readonly name: string }[];
  readonly findCards: (query: string) => readonly Card[];
  readonly onPasteFiles?: PasteFiles | undefined;
}

interface Inner extends MarkdownEditorProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Where the caret is put at first; `null`: nowhere, the field waits to be entered. */
  readonly caret: number | null;
  readonly isActive: boolean;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  /** By Esc, or by the button that says so. */
  readonly onDone: () => void;
}

/** The source of a text in Markdown, as it is typed. */
export function MarkdownEditor(props: Inner) {
  const { field, caret, value, isActive, onBlur } = props;
  const takeFiles = useFilePaste(props);
  useAutoGrow(field);
  useLayoutEffect(() => {
    if (caret === null) return;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(caret, caret);
  }, [field, caret]);

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const typed = typedIn(event.currentTarget);
    if (event.key === 'Escape' && typed.text !== '') {
      // It leaves the text, and not the card around it.
      event.preventDefault();
      event.stopPropagation();
      props.onDone();
      return;
    }
    const isPlainEnter = event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey;
    const edit = isPlainEnter ? continueList(typed) : isShortcut ? editFor(event, typed) : null;
    if (!edit) return;
    event.preventDefault();
    event.stopPropagation();
    applyEdit(event.currentTarget, edit);
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent<HTMLDivElement>) => {
    if (!currentTarget.contains(relatedTarget)) onBlur();
  };
  return (
    // It looks only whether the focus leaves what is in it.
    <div className={styles['editor']} onBlur={leave}>
      <textarea
        ref={field}
        className={styles['source']}
        rows={3}
        value={value}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        aria-label={props.label}
        aria-autocomplete="list"
        dir="auto"
        onFocus={props.onFocus}
        onChange={(event) => props.onType(event.target.value)}
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
      {isActive && (
        <Completion field={field} boardKey={props.boardKey} people={props.people} findCards={props.findCards} />
      )}
      {isActive && <Toolbar field={field} onDone={props.onDone} />}
    </div>
  );
}
