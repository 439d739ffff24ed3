import { connect } from 'node:net';
import type { Shot } from './shot.ts';

export interface Answer {
  /** Null: none came. */
  readonly status: number | null;
  readonly text: string;
  readonly ms: number;
  /** Whether the time was up before the server was done. */
  readonly isLate: boolean;
}

/** As long as an answer may take, on a machine that has much else to do. */
const PATIENCE_MS = 15_000;
/** As long as somebody waits who does not expect the server to be done by itself. */
const OPEN_MS = 150;

/** Sends the bytes, and takes whatever comes until the server closes the connection or time is up. */
export function fire(port: number, { parts, pauseMs, isOpen }: Shot, openMs = OPEN_MS): Promise<Answer> {
  return new Promise((resolve) => {
    const began = performance.now();
    const chunks: Buffer[] = [];
    let isLate = false;
    const socket = connect(port, '127.0.0.1');
    const left = [...parts];
    const next = () => {
      const part = left.shift();
      if (part === undefined || !socket.writable) return;
      socket.write(part, () => (pauseMs === 0 ? next() : setTimeout(next, pauseMs)));
    };
    const timer = setTimeout(
      () => {
        isLate = true;
        socket.destroy();
      },
      isOpen ? openMs : PATIENCE_MS,
    );
    socket.on('connect', next);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      // Who does not hang up by itself has been answered whole.
      if (!isOpen && isWhole(Buffer.concat(chunks))) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({ status: statusOf(text), text, ms: performance.now() - began, isLate });
    });
  });
}

function statusOf(text: string): number | null {
  const status = /^(?:HTTP\/1\.1 1\d\d [^]*?\r\n\r\n)?HTTP\/1\.1 (\d{3}) /.exec(text)?.[1];
  return status === undefined ? null : Number(status);
}

function isWhole(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  const length = /^content-length: (\d+)\r$/im.exec(text)?.[1];
  const end = text.lastIndexOf('\r\n\r\n', length === undefined ? undefined : text.length - Number(length));
  return length !== undefined && end >= 0 && text.length >= end + 4 + Number(length);
}
