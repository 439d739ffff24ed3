import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { jsonRequest, numbered, withToken, type Request } from '../load/request.ts';
import { columnAt, LOGIN } from '../reference/board.ts';
import type { Move, ServerKind, Started, WireBoard } from './server.ts';

/** A server that runs with so many cards and has shown that it does what it is asked to. */
export interface Contestant {
  readonly kind: ServerKind;
  readonly cards: number;
  /** Where its database is, and its profile. */
  readonly folder: string;
  readonly port: number;
  readonly pid: number;
  readBoard(): Promise<Read>;
  readonly boardRequest: Request;
  /** Moves to be sent in turn: each puts another card, or the same one another time, at another column's end. */
  moveRequests(): Promise<readonly Request[]>;
  stop(): Promise<void>;
}

interface Read {
  readonly board: WireBoard;
  readonly etag: string | null;
  readonly bytes: number;
}

/** How many cards are moved about: many enough that no two connections ever have the same one. */
const MOVED = 128;
let folders = 0;

interface EnterOptions {
  readonly cards: number;
  readonly folder: string;
  /** Whether it writes a CPU profile to its folder when it ends. */
  readonly profiled: boolean;
}

/** Starts it, signs in, counts the cards, moves one and reads it back. What answers 200 and does nothing is not measured. */
export async function enter(kind: ServerKind, { cards, folder, profiled }: EnterOptions): Promise<Contestant> {
  folders += 1;
  const own = path.join(folder, `${folders}-${kind.name}-${cards}`);
  mkdirSync(own);
  const nodeArgs = profiled ? ['--cpu-prof', `--cpu-prof-dir=${own}`] : [];
  const started = await kind.start({ cards, folder: own, nodeArgs });
  try {
    return { folder: own, ...(await prove(kind, cards, started)) };
  } catch (error) {
    await started.running.stop();
    throw error;
  }
}

async function prove(kind: ServerKind, cards: number, started: Started): Promise<Omit<Contestant, 'folder'>> {
  const { port, running, moveRequest } = started;
  const signedIn = await ask(port, jsonRequest('POST', '/api/auth/login', LOGIN));
  const { token } = JSON.parse(signedIn.text) as { token: string };
  const boardRequest = withToken({ method: 'GET', path: '/api/board' }, token);
  const readBoard = async (): Promise<Read> => {
    const { text, etag } = await ask(port, boardRequest);
    return { board: JSON.parse(text) as WireBoard, etag, bytes: Buffer.byteLength(text) };
  };
  const contestant = {
    kind,
    cards,
    port,
    pid: running.pid,
    readBoard,
    boardRequest,
    async moveRequests() {
      if (moveRequest === null) return [];
      const { board } = await readBoard();
      return movesOn(board).map((move) => withToken(moveRequest(move, board), token));
    },
    stop: () => running.stop(),
  };
  const { board } = await readBoard();
  const found = board.columns.flatMap(({ cardIds }) => cardIds);
  if (found.length !== cards || Object.keys(board.cards).length !== cards) {
    throw new Error(`${kind.name} has ${found.length} cards, and should have ${cards}.`);
  }
  if (moveRequest !== null) {
    const move = { cardId: 'card-1', columnId: columnAt(1) };
    await ask(port, numbered(withToken(moveRequest(move, board), token)));
    const after = await readBoard();
    const there = after.board.columns.find(({ id }) => id === move.columnId)?.cardIds;
    if (there?.at(-1) !== move.cardId) throw new Error(`${kind.name} has answered, and has not moved the card.`);
  }
  return contestant;
}

/** Each of some cards to the column after its own, then all of them to the one after that, until all are back. */
export function movesOn({ columns }: WireBoard): readonly Move[] {
  const ids = columns.map(({ id }) => id);
  const placed = columns.flatMap(({ cardIds }, index) => cardIds.map((cardId) => ({ cardId, index })));
  // Evenly from all columns, so that none runs empty.
  const step = Math.max(1, Math.floor(placed.length / MOVED));
  const moved = placed.filter((_, index) => index % step === 0).slice(0, MOVED);
  return ids.flatMap((_, pass) =>
    moved.map(({ cardId, index }) => ({ cardId, columnId: ids[(index + pass + 1) % ids.length] ?? '' })),
  );
}

interface Answer {
  readonly text: string;
  readonly etag: string | null;
}

async function ask(port: number, { path, ...request }: Request): Promise<Answer> {
  const { method } = request;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, request);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text.slice(0, 300)}`);
  return { text, etag: answer.headers.get('etag') };
}
