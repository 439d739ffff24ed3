/** Who sends it. `owner` may do anything to the board that is aimed at, `viewer` only look, `stranger` has another board. */
export type Sender = 'owner' | 'viewer' | 'stranger' | 'broken' | 'nobody';

/** One request as its bytes go over the wire. */
export interface Shot {
  /** What it is aimed at, for the report. */
  readonly door: string;
  readonly parts: readonly Buffer[];
  /** Between two parts, in milliseconds. */
  readonly pauseMs: number;
  /** Whether the server may well wait for more, or for the sender to go: then the sender goes. */
  readonly isOpen: boolean;
}

export interface Request {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly string[];
  readonly body: Buffer | null;
}

/** Latin-1: what stands in a header or in the request line goes out byte by byte. */
export function bytesOf({ method, target, headers, body }: Request): Buffer {
  const length = body === null ? [] : [`content-length: ${body.byteLength}`];
  const lines = [`${method} ${target} HTTP/1.1`, 'host: localhost', 'connection: close', ...length, ...headers, '', ''];
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), body ?? Buffer.alloc(0)]);
}
