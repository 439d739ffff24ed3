import { t } from '@talkan/words/words';
import { useLayoutEffect, useRef, type ClipboardEvent, type DragEvent } from 'react';
import { insertText } from './apply-edit';

/** Takes files and gives, for each, what stands for it in the text. */
export type PasteFiles = (files: readonly File[]) => Promise<readonly string[]>;

interface FilePasteOptions {
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly onPasteFiles?: PasteFiles | undefined;
}

/** Files that are pasted or dropped into a text: a note holds their place while they are on their way. Says whether there were any. */
export function useFilePaste({ value, onType, onPasteFiles }: FilePasteOptions) {
  const latest = useRef({ value, onType });
  useLayoutEffect(() => {
    latest.current = { value, onType };
  });

  const fill = (note: string, text: string) => {
    const { value, onType } = latest.current;
    // A note that was taken out of the text is no longer wanted.
    if (value.includes(note)) onType(value.replace(note, () => text));
  };
  const upload = async (files: readonly File[], note: string) => {
    if (!onPasteFiles) return;
    try {
      fill(note, (await onPasteFiles(files)).join('\n'));
    } catch {
      // Whoever uploads says why not.
      fill(note, '');
    }
  };
  return (event: ClipboardEvent<HTMLTextAreaElement> | DragEvent<HTMLTextAreaElement>): boolean => {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
    const files = [...data.files];
    if (!onPasteFiles || files.length === 0) return false;
    event.preventDefault();
    const names = files.map(({ name }) => name.replaceAll(/[[\]\n]/g, ' ')).join(', ');
    let note = `[${t`Uploading ${names}`} …]`;
    while (event.currentTarget.value.includes(note)) note = note.replace(' …', ' … …');
    insertText(event.currentTarget, note);
    void upload(files, note);
    return true;
  };
}
