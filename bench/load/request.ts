/** One request as it goes over the wire. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Stands in a request where a number is wanted that was never sent before. As wide as the numbers, so that no length changes. */
export const FRESH = '{fresh-16-digit}';

export function jsonRequest(method: Request['method'], path: string, body: unknown): Request {
  return { method, path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export function withToken(request: Request, token: string): Request {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

/** For one that is sent once, by hand. */
export function numbered({ body, ...request }: Request): Request {
  const number = String(Date.now()).padStart(FRESH.length, '0');
  return { ...request, ...(body === undefined ? {} : { body: body.replace(FRESH, number) }) };
}

export function bytesOf({ method, path, headers = {}, body = '' }: Request): Buffer {
  const length = Buffer.byteLength(body);
  const lines = [`${method} ${path} HTTP/1.1`, 'host: localhost'];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (length > 0) lines.push(`content-length: ${length}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
