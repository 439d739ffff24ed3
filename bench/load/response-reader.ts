/** Reads the answers of one connection: the status of each, and where it ends. Nothing else, for this side must not be what is slow. */
export interface ResponseReader {
  /** @throws an Error where the bytes are no answer that can be read */
  read(part: Buffer): void;
}

const END_OF_HEAD = '\r\n\r\n';
const MOST_HEAD = 65_536;

export function createResponseReader(onResponse: (status: number) => void): ResponseReader {
  /** What has come of a head, or of a chunk's length, that goes on in the next part. */
  let rest: Buffer | null = null;
  let status = 0;
  /** Bytes of the body, or of the chunk, that are still to come. */
  let left = 0;
  let state: 'head' | 'body' | 'size' | 'chunk' | 'trailer' = 'head';

  function end(): void {
    state = 'head';
    onResponse(status);
  }

  /** The line or head that begins at `from`, without its end; null where more has to come. */
  function upTo(mark: string, part: Buffer, from: number): string | null {
    const at = part.indexOf(mark, from, 'latin1');
    if (at >= 0) return part.toString('latin1', from, at);
    if (part.length - from > MOST_HEAD) throw new Error('The head of an answer does not end.');
    rest = Buffer.from(part.subarray(from));
    return null;
  }

  function beginBody(head: string): void {
    status = Number(head.slice(9, 12));
    if (!head.startsWith('HTTP/1.1 ') || Number.isNaN(status)) throw new Error('This is not an answer of HTTP/1.1.');
    if (status === 204 || status === 304) return end();
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length !== undefined) {
      left = Number(length);
      state = 'body';
      if (left === 0) end();
    } else if (/\r\ntransfer-encoding: *chunked/i.test(head)) state = 'size';
    else throw new Error('An answer tells no length.');
  }

  return {
    read(fresh) {
      const part = rest === null ? fresh : Buffer.concat([rest, fresh]);
      rest = null;
      let at = 0;
      while (at < part.length) {
        switch (state) {
          case 'head': {
            const head = upTo(END_OF_HEAD, part, at);
            if (head === null) return;
            at += head.length + END_OF_HEAD.length;
            beginBody(head);
            break;
          }
          case 'body':
          case 'chunk': {
            const taken = Math.min(left, part.length - at);
            at += taken;
            left -= taken;
            if (left > 0) return;
            if (state === 'body') end();
            else state = 'size';
            break;
          }
          case 'size': {
            const line = upTo('\r\n', part, at);
            if (line === null) return;
            at += line.length + 2;
            const size = Number.parseInt(line, 16);
            if (Number.isNaN(size)) throw new Error('The length of a chunk cannot be read.');
            left = size + 2;
            state = size === 0 ? 'trailer' : 'chunk';
            break;
          }
          case 'trailer': {
            const line = upTo('\r\n', part, at);
            if (line === null) return;
            at += line.length + 2;
            if (line === '') end();
            break;
          }
        }
      }
    },
  };
}
