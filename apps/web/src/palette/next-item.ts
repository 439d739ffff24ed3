import type { PaletteItem } from './source';

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Rows that Page Up and Page Down go by. */
const PAGE = 6;

/** Where a key leads from the item that is chosen: around at the ends. `undefined`: it is none of these keys. */
export function nextItem(items: readonly PaletteItem[], active: PaletteItem | undefined, pressed: Pressed) {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.shiftKey || items.length === 0) return undefined;
  const last = items.length - 1;
  const at = active ? items.indexOf(active) : -1;
  switch (pressed.key) {
    case 'ArrowDown':
      return items[at === last ? 0 : at + 1];
    case 'ArrowUp':
      return items[at <= 0 ? last : at - 1];
    case 'PageDown':
      return items[Math.min(last, at + PAGE)];
    case 'PageUp':
      return items[Math.max(0, at - PAGE)];
    case 'Home':
      return items[0];
    case 'End':
      return items[last];
    default:
      return undefined;
  }
}
