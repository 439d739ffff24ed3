import { plural } from '@talkan/words/words';

const STEP = 1024;
const UNITS = ['KB', 'MB', 'GB'] as const;

/** How large a file is, as file managers say it: `1 byte`, `840 bytes`, `12 KB`, `1.4 MB`. */
export function saySize(bytes: number): string {
  if (bytes < STEP) return plural(bytes, { one: '# byte', other: '# bytes' });
  let size = bytes / STEP;
  let unit = 0;
  // 1,023.6 KB would be said as 1024 KB.
  while (size >= STEP - 0.5 && unit < UNITS.length - 1) {
    size /= STEP;
    unit += 1;
  }
  const said = size < 10 ? size.toFixed(1).replace(/\.0$/, '') : String(Math.round(size));
  return `${said} ${UNITS[unit] ?? ''}`;
}

export type FileKind = 'image' | 'text' | 'archive' | 'sound' | 'film' | 'other';

/** What it is by its content type, for a picture of it. */
export function kindOf(type: string): FileKind {
  if (type.startsWith('image/')) return 'image';
  if (type.startsWith('audio/')) return 'sound';
  if (type.startsWith('video/')) return 'film';
  if (type.startsWith('text/') || type === 'application/pdf') return 'text';
  return /zip|rar|7z/.test(type) ? 'archive' : 'other';
}
