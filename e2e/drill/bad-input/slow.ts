import { signedBy, type Target } from './calls.ts';
import { fire } from './fire.ts';

const DOORS = ['/trpc/boards.commit', '/trpc/boards.save', '/api/board', '/api/auth/login', '/api/chat'];
const LENGTH = 500;
/** More than the server waits for. */
const PATIENCE_MS = 28_000;
const PAUSE_MS = 250;
const TIMEOUT = 408;

/** Bodies that come a byte now and then, all at once: each is told that it took too long. What is wrong with the answers. */
export async function sendSlowly(port: number, target: Target, count: number): Promise<string[]> {
  const sent = Array.from({ length: count }, async (_, number) => {
    const path = DOORS[number % DOORS.length] ?? '/';
    const method = path === '/api/board' ? 'PATCH' : 'POST';
    const lines = [
      'host: localhost',
      'content-type: application/json',
      ...signedBy('owner', target),
      `content-length: ${LENGTH}`,
    ];
    const head = [`${method} ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
    const parts = [head, ...Array.from({ length: LENGTH - 1 }, () => ' ')].map((part) => Buffer.from(part));
    const shot = { door: path, parts, pauseMs: PAUSE_MS, isOpen: true };
    const { status, isLate } = await fire(port, shot, PATIENCE_MS);
    return status === TIMEOUT && !isLate ? null : `A slow body to ${path} was answered with ${status ?? 'nothing'}.`;
  });
  return (await Promise.all(sent)).filter((fault) => fault !== null);
}
