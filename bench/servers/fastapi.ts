import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { jsonRequest } from '../load/request.ts';
import { cardsOf, COLUMNS } from '../reference/board.ts';
import { startProcess, type Running } from './process.ts';
import type { Move, ServerKind, WireBoard } from './server.ts';

const folder = path.join(import.meta.dirname, '..', 'reference', 'fastapi');
const NEEDS = ['fastapi', 'uvicorn', 'sqlalchemy', 'aiosqlite', 'greenlet'];
const PATIENCE_MS = 30_000;

export const NO_FASTAPI = `The FastAPI server is left out: python3 has not all of ${NEEDS.join(', ')}. Install them with “pip install ${NEEDS.join(' ')}”.`;

/** Null where no Python on this machine has what it needs. */
export function findFastapi(): ServerKind | null {
  const isFit = (python: string) => spawnSync(python, ['-c', `import ${NEEDS.join(', ')}`]).status === 0;
  const python = ['python3', '/usr/bin/python3'].find(isFit);
  return python === undefined ? null : fastapi(python);
}

function fastapi(python: string): ServerKind {
  return {
    name: 'fastapi',
    about: 'FastAPI, SQLAlchemy and aiosqlite; a move is a PATCH of the whole board',
    async start({ cards, folder: own }) {
      const seed = path.join(own, 'board.json');
      writeFileSync(seed, JSON.stringify(boardOf(cards)));
      const running = startProcess({
        command: python,
        args: ['-m', 'uvicorn', 'main:app', '--port', '0', '--no-access-log', '--log-level', 'info'],
        cwd: folder,
        env: { BOARD_FILE: path.join(own, 'board.db'), BOARD_SEED: seed, PYTHONDONTWRITEBYTECODE: '1' },
      });
      const port = await portOf(running);
      return { running, port, moveRequest: (move, board) => jsonRequest('PATCH', '/api/board', moved(board, move)) };
    },
  };
}

async function portOf(running: Running): Promise<number> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until && running.child.exitCode === null) {
    const port = /running on http:\/\/127\.0\.0\.1:(\d+)/.exec(running.output())?.[1];
    if (port !== undefined) return Number(port);
    await wait(50);
  }
  await running.stop();
  throw new Error(`FastAPI did not start: ${running.output()}`);
}

function boardOf(count: number): WireBoard {
  const cards = cardsOf(count);
  return {
    columns: COLUMNS.map((column) => ({
      ...column,
      cardIds: cards.filter(({ columnId }) => columnId === column.id).map(({ id }) => id),
    })),
    cards: Object.fromEntries(cards.map(({ id, title, details }) => [id, { id, title, details }])),
  };
}

function moved({ columns, cards }: WireBoard, { cardId, columnId }: Move): WireBoard {
  const placed = columns.map(({ cardIds, ...column }) => {
    const others = cardIds.filter((id) => id !== cardId);
    return { ...column, cardIds: column.id === columnId ? [...others, cardId] : others };
  });
  return { columns: placed, cards };
}
