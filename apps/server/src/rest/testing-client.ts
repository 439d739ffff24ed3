import { expect } from 'vitest';
import { z } from 'zod';
import type { TestServer } from '../testing.js';
import { problemAnswer } from './schemas.js';

export interface Sent {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly token?: string | null;
}

/** One REST call. */
export function send(
  server: TestServer,
  call: string,
  { body, headers = {}, token = null }: Sent = {},
): Promise<Response> {
  const [method = '', path = ''] = call.split(' ');
  return fetch(server.url + path, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** The problem that an answer tells, which must be in its form. */
export async function problem(answer: Response): Promise<z.output<typeof problemAnswer>['error']> {
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const { error } = z.strictObject(problemAnswer.shape).parse(await answer.json());
  expect(error.message).toMatch(/[.?!]$/);
  return error;
}
