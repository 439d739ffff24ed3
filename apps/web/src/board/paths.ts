import type { Id } from '@talkan/board/model';

/** The address of a board. What is on it has addresses relative to this one; before an absolute one a link within a board writes `~`. */
export function boardPath(boardId: Id): string {
  return `/b/${boardId}`;
}

/** The board's own address, seen from within. */
export const BOARD_ROOT = '';

/** Who is on the board, within it. */
export const PEOPLE_PATH = '/members';

/** The address of what was archived, within its board. */
export const ARCHIVE_PATH = '/archive';

/** What the board is called and how it behaves, within it. */
export const SETTINGS_PATH = '/settings';

/** Whether an address within a board is that of a sheet that lies over it: the board is seen then, but out of reach. */
export function isSheetOver(address: string): boolean {
  return address === PEOPLE_PATH || address === ARCHIVE_PATH || address === SETTINGS_PATH;
}

/** The address of a card, within its board. */
export function cardPath(boardKey: string, number: number): string {
  return `/${boardKey}-${number}`;
}

/** The card that an address within a board names, as `RM-4`. */
export function cardNameIn(address: string): string | null {
  return /^\/([A-Za-z]{1,10}-\d{1,9})$/.exec(address)?.[1] ?? null;
}

/** The number of the card that an address within a board names, by whatever key: the board may have had another one then. */
export function numberNamed(name: string): number {
  return Number(name.slice(name.indexOf('-') + 1));
}

/** The number in a card's name, if it is one of this board's. */
export function numberIn(name: string, boardKey: string): number | undefined {
  const match = /^([A-Za-z]+)-(\d{1,9})$/.exec(name);
  return match?.[1]?.toUpperCase() === boardKey ? Number(match[2]) : undefined;
}
