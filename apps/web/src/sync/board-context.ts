import { createContext } from 'react';
import type { BoardStore } from './board-state';

/** The store of the board on this page; see `BoardProvider`. */
export const BoardContext = createContext<BoardStore | null>(null);
