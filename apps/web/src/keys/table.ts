interface KeyRow {
  /** As `aria-keyshortcuts` names them. The first is the one that is shown, on a Mac the first with Meta. */
  readonly keys: string;
  /** Only with the focus on the board, or on what lies over it, or nowhere. */
  readonly onBoard?: true;
  /** Held down, it goes on. */
  readonly repeats?: true;
  /** With its Ctrl or Cmd also while somebody types, and whatever lies over the page. */
  readonly everywhere?: true;
}

const STEPS = 'ArrowUp ArrowDown ArrowLeft ArrowRight Home End';

const TABLE = {
  palette: { keys: 'Control+K Meta+K /', everywhere: true },
  shortcuts: { keys: '?' },
  region: { keys: 'F6', everywhere: true },
  regionBefore: { keys: 'Shift+F6', everywhere: true },
  undo: { keys: 'Control+Z Meta+Z Z' },
  redo: { keys: 'Control+Shift+Z Meta+Shift+Z Shift+Z Control+Y' },
  newCard: { keys: 'N' },
  filter: { keys: 'F' },
  find: { keys: 'Control+F Meta+F', everywhere: true },
  findNext: { keys: 'F3 Control+G Meta+G', everywhere: true, repeats: true },
  findPrevious: { keys: 'Shift+F3 Control+Shift+G Meta+Shift+G', everywhere: true, repeats: true },
  walk: { keys: STEPS, onBoard: true, repeats: true },
  extend: { keys: STEPS.replaceAll(/\w+/g, 'Shift+$&'), onBoard: true, repeats: true },
  choose: { keys: 'X', onBoard: true },
  chooseAll: { keys: 'Control+A Meta+A', onBoard: true },
  rename: { keys: 'E', onBoard: true },
  move: { keys: 'M', onBoard: true },
  labels: { keys: 'L', onBoard: true },
  people: { keys: 'P', onBoard: true },
  due: { keys: 'D', onBoard: true },
  archive: { keys: 'A', onBoard: true },
  nextCard: { keys: 'J', onBoard: true, repeats: true },
  previousCard: { keys: 'K', onBoard: true, repeats: true },
  star: { keys: 'S', onBoard: true },
} as const satisfies Readonly<Record<string, KeyRow>>;

export type KeyName = keyof typeof TABLE;

/**
 * What keys there are, by name: whoever handles a key, names it on a button or lists it reads it from here. What each of them does in words
 * stands in `listing.ts`, which comes later than the board.
 */
export const KEYS: Readonly<Record<KeyName, KeyRow>> = TABLE;

const names = new Map(
  Object.entries(KEYS).flatMap(([name, { keys }]) => keys.split(' ').map((chord) => [chord, name as KeyName])),
);

/** What a chord is for, as `aria-keyshortcuts` writes it. */
export function nameOf(chord: string): KeyName | undefined {
  return names.get(chord);
}
