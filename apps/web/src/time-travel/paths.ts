import { historyPath } from '../history/history-path';

/** The address of a card as it was right after a change, within its board. */
export function pastCardPath(seq: number, name: string): string {
  return `${historyPath(seq)}/${name}`;
}

/** The same with what the list of changes beside it is filtered by. */
export function withFilters(path: string): string {
  return path + location.search;
}

/** The card that an address of a past board names, as `RM-4`. */
export function pastCardIn(address: string): string | null {
  return /^\/history\/\d{1,15}\/([A-Za-z]{1,10}-\d{1,9})$/.exec(address)?.[1] ?? null;
}
