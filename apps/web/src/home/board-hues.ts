import { inSense } from '@talkan/words/words';
import { huesFor } from '../board/hues';
import type { BoardEntry } from './board-list';

/** The colours that a board can be given, around the wheel but for the yellows: marigold is the assistant’s. */
export const BOARD_HUES = [
  { hue: 190, name: inSense('colour')`Teal` },
  { hue: 220, name: inSense('colour')`Sea` },
  { hue: 260, name: inSense('colour')`Blue` },
  { hue: 300, name: inSense('colour')`Violet` },
  { hue: 340, name: inSense('colour')`Pink` },
  { hue: 28, name: inSense('colour')`Red` },
  { hue: 130, name: inSense('colour')`Leaf` },
  { hue: 160, name: inSense('colour')`Green` },
] as const;

/** The hue of a board’s swatch: the one that it was given, or one of its own that stays. */
export function boardHue({ id, hue }: Pick<BoardEntry, 'id' | 'hue'>): number {
  return hue ?? huesFor([id]).get(id) ?? 0;
}
