import { huesFor } from '../board/hues';
import type { BoardEntry } from './board-list';

/** The colours that a board can be given, around the wheel but for the yellows: marigold is the assistant’s. */
export const BOARD_HUES = [
  { hue: 190, name: 'Teal' },
  { hue: 220, name: 'Sea' },
  { hue: 260, name: 'Blue' },
  { hue: 300, name: 'Violet' },
  { hue: 340, name: 'Pink' },
  { hue: 28, name: 'Red' },
  { hue: 130, name: 'Leaf' },
  { hue: 160, name: 'Green' },
] as const;

/** The hue of a board’s swatch: the one that it was given, or one of its own that stays. */
export function boardHue({ id, hue }: Pick<BoardEntry, 'id' | 'hue'>): number {
  return hue ?? huesFor([id]).get(id) ?? 0;
}
