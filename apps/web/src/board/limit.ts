import type { Column } from '@talkan/board/model';
import { formatNumber, t } from '@talkan/words/words';

/** Whether a column holds more than it should. */
export function isOver({ limit }: Column, count: number): boolean {
  return limit !== null && count > limit;
}

/** Adds to what is said of a column that will hold so many cards whether these are more than it should. */
export function sayIfOver(said: string, column: Column | undefined, count: number): string {
  return column && isOver(column, count) ? t`${said}, over the limit of ${column.limit ?? 0}` : said;
}

/** How many cards are shown, and of how many where there are others. */
export function sayCount(shown: number, total: number): string {
  return shown === total ? formatNumber(total) : `${formatNumber(shown)}/${formatNumber(total)}`;
}
