import type { Edit, Typed } from './edits';

export function typedIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Typed {
  return { text: value, start: selectionStart, end: selectionEnd };
}

/** Does an edit as if it had been typed, so that the browser's own undo takes it back. */
export function applyEdit(field: HTMLTextAreaElement, { from, to, insert, start, end }: Edit): void {
  field.focus();
  field.setSelectionRange(from, to);
  // Deprecated, and the only way into the browser's undo.
  // oxlint-disable-next-line typescript/no-deprecated
  const done = insert === '' ? document.execCommand('delete') : document.execCommand('insertText', false, insert);
  if (!done && (insert !== '' || from !== to)) {
    field.setRangeText(insert, from, to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(start, end);
}

/** Puts text where the caret is. */
export function insertText(field: HTMLTextAreaElement, insert: string): void {
  const { start, end } = typedIn(field);
  const place = start + insert.length;
  applyEdit(field, { from: start, to: end, insert, start: place, end: place });
}
