import { t } from '@talkan/words/words';
import type { KeyName } from './table';

/** What a key does, in words. */
interface Listed {
  readonly words: string;
  /** Of the table. */
  readonly name?: KeyName;
  /** Of what has keys of its own, as every field, list and link has: as `aria-keyshortcuts` names them. */
  readonly keys?: string;
}

interface KeyGroup {
  readonly title: string;
  readonly rows: readonly Listed[];
}

/** All keys, in the order in which somebody comes to need them. */
export const LISTING: readonly KeyGroup[] = [
  {
    title: t`Everywhere`,
    rows: [
      { words: t`Search, go somewhere, or say what to do`, name: 'palette' },
      { words: t`Undo your last change`, name: 'undo' },
      { words: t`Redo it`, name: 'redo' },
      { words: t`Show this list`, name: 'shortcuts' },
      { words: t`Close what is open`, keys: 'Escape' },
      { words: t`To the bar, the board, the assistant`, name: 'region' },
      { words: t`The other way round`, name: 'regionBefore' },
      { words: t`To the note that has come`, keys: 'F8' },
    ],
  },
  {
    title: t`On the board`,
    rows: [
      { words: t`Go from card to card`, name: 'walk' },
      { words: t`Open the card`, keys: 'Enter' },
      { words: t`New card in this column`, name: 'newCard' },
      { words: t`Filter`, name: 'filter' },
      { words: t`Find on this board`, name: 'find' },
      { words: t`Next one found`, name: 'findNext' },
      { words: t`Previous one found`, name: 'findPrevious' },
    ],
  },
  {
    title: t`To a card, or to all that are chosen`,
    rows: [
      { words: t`Edit the title`, name: 'rename' },
      { words: t`Move it`, name: 'move' },
      { words: t`Labels`, name: 'labels' },
      { words: t`People`, name: 'people' },
      { words: t`Due date`, name: 'due' },
      { words: t`Archive it`, name: 'archive' },
    ],
  },
  {
    title: t`Choose several cards`,
    rows: [
      { words: t`Choose the card, or let go of it`, name: 'choose' },
      { words: t`Choose all on the way`, name: 'extend' },
      { words: t`Choose the column, then the board`, name: 'chooseAll' },
      { words: t`Let go of all`, keys: 'Escape' },
    ],
  },
  {
    title: t`Carry a card, or a column by its name`,
    rows: [
      { words: t`Pick it up, and drop it`, keys: 'Space' },
      { words: t`Carry it`, keys: 'ArrowUp ArrowDown ArrowLeft ArrowRight Home End' },
      { words: t`Put it back`, keys: 'Escape' },
    ],
  },
  {
    title: t`In an open card`,
    rows: [
      { words: t`Next card`, name: 'nextCard' },
      { words: t`Previous card`, name: 'previousCard' },
      { words: t`Bold`, keys: 'Control+B Meta+B' },
      { words: t`Italic`, keys: 'Control+I Meta+I' },
      { words: t`Link`, keys: 'Control+K Meta+K' },
      { words: t`List`, keys: 'Control+Shift+8 Meta+Shift+8' },
      { words: t`Send the comment`, keys: 'Control+Enter Meta+Enter' },
      { words: t`Move a step of a checklist`, keys: 'Alt+ArrowUp Alt+ArrowDown' },
    ],
  },
  {
    title: t`Among all boards`,
    rows: [
      { words: t`Go from board to board`, keys: 'ArrowUp ArrowDown ArrowLeft ArrowRight Home End' },
      { words: t`Give the board a star, or take it`, name: 'star' },
    ],
  },
];
