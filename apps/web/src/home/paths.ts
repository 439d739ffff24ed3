/** Where all boards are. */
export const HOME_PATH = '/boards';

/** The same, with the question what a new one is to be. */
export const NEW_BOARD_PATH = '/boards/new';

export function isHome(address: string): boolean {
  return address === HOME_PATH || address === NEW_BOARD_PATH;
}
