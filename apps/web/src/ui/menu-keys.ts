export interface MenuKey {
  readonly key: string;
  /** Index of the focused item, -1 for none. */
  readonly current: number;
  readonly labels: readonly string[];
  /** With Ctrl, Alt or Meta a letter is a shortcut of the browser's. */
  readonly modified: boolean;
}

/** The item that a key leads to, or `null` where the key means nothing to a menu. */
export function nextIndex({ key, current, labels, modified }: MenuKey): number | null {
  const count = labels.length;
  if (count === 0 || modified) return null;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return current <= 0 ? count - 1 : current - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return key.length === 1 && key !== ' ' ? typedAhead(key, current, labels) : null;
}

function typedAhead(letter: string, current: number, labels: readonly string[]): number | null {
  const wanted = letter.toLocaleLowerCase();
  for (let step = 1; step <= labels.length; step += 1) {
    const index = (Math.max(current, -1) + step) % labels.length;
    if (labels[index]?.trim().toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return null;
}
