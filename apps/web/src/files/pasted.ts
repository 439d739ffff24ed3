import { t } from '@talkan/words/words';
import type { ClipboardEvent } from 'react';

/** What a screenshot is called that has no name of its own: browsers call each one `image.png`. */
const NAMELESS = /^image\.(\w+)$/;

/** The files in a clipboard. None where it has text, too: a table that is copied comes with a picture of itself, and its text is what is meant. */
export function filesIn(data: Pick<DataTransfer, 'files' | 'types'>, now = new Date()): File[] {
  if (data.types.includes('text/plain')) return [];
  return [...data.files].map((file) => {
    const ending = NAMELESS.exec(file.name)?.[1];
    return ending === undefined
      ? file
      : new File([file], `${t`Pasted ${stampOf(now)}`}.${ending}`, { type: file.type });
  });
}

/** `2026-11-24 14.02.05`, in the person's own time. */
function stampOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('.')}`;
}

/** For `onPaste`: takes pasted files, and leaves all else to the field. */
export function usePastedFiles(onFiles: (files: readonly File[]) => void): (event: ClipboardEvent) => void {
  return (event) => {
    const files = filesIn(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };
}
