import type { Request } from '../load/request.ts';
import type { Running } from './process.ts';

/** The first contract's board, which every server of this bench answers with. */
export interface WireBoard {
  readonly columns: readonly { readonly id: string; readonly title: string; readonly cardIds: readonly string[] }[];
  readonly cards: Readonly<Record<string, { readonly id: string; readonly title: string; readonly details: string }>>;
  readonly version?: number;
}

export interface Move {
  readonly cardId: string;
  /** Where it is put, at the end. */
  readonly columnId: string;
}

interface StartOptions {
  readonly cards: number;
  /** Empty, and this server's own. */
  readonly folder: string;
  /** For Node: `--cpu-prof` and the like. */
  readonly nodeArgs?: readonly string[];
}

export interface Started {
  readonly running: Running;
  readonly port: number;
  /** The request that moves a card, without the token; null where the server cannot. */
  readonly moveRequest: ((move: Move, board: WireBoard) => Request) | null;
}

/** One of the servers that are compared. */
export interface ServerKind {
  readonly name: string;
  /** What it is, for who reads the table. */
  readonly about: string;
  start(options: StartOptions): Promise<Started>;
}
