import type { Id } from '@talkan/board/model';
import { createContext } from 'react';
import type { FindPerson } from './references';

/** What the words of a text may mean, and whether its boxes can be ticked. */
export interface Meaning {
  readonly boardId: Id;
  readonly boardKey: string;
  readonly findPerson: FindPerson;
  readonly findCard: (number: number) => KnownCard | undefined;
  /** Given the place of a box in the source; `null` for who may only read. */
  readonly onTick: ((at: number) => void) | null;
}

interface KnownCard {
  readonly title: string;
  /** It is struck through. */
  readonly isDone: boolean;
}

export const MeaningContext = createContext<Meaning | null>(null);
