import type { Column } from '@talkan/board/model';
import { formatNumber } from '@talkan/words/words';

/** Whether a column holds more than it should. */
export function isOver({ limit }: Column, count: number): boolean {
  return limit !== null && count > limit;
}

/** How many cards are shown, and of how many where there are others. */
export function sayCount(shown: number, total: number): string {
  return shown === total ? formatNumber(total) : `${formatNumber(shown)}/${formatNumber(total)}`;
}
