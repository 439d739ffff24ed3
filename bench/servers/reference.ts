import path from 'node:path';
import { jsonRequest } from '../load/request.ts';
import type { Mode } from '../reference/server.ts';
import { messageFrom, startProcess } from './process.ts';
import type { ServerKind } from './server.ts';

const program = path.join(import.meta.dirname, '..', 'reference', 'server.ts');

export function reference(mode: Mode, about: string): ServerKind {
  return {
    name: mode,
    about,
    async start({ cards, folder, nodeArgs = [] }) {
      const args = [...nodeArgs, program, mode, path.join(folder, 'board.db'), String(cards)];
      const running = startProcess({ command: process.execPath, args, cwd: folder });
      const port = await messageFrom(running, (message) => (message as { port?: number }).port ?? null);
      const moveRequest = mode === 'cached' ? null : (move: object) => jsonRequest('POST', '/api/move', move);
      return { running, port, moveRequest };
    },
  };
}
