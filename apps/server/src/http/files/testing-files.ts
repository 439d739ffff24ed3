import type { Person } from '@talkan/api/testing';
import { z } from 'zod';
import type { TestServer } from '../../testing.js';

const uploaded = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  type: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});
export type Uploaded = z.output<typeof uploaded>;

export const bearer = (person: Person) => ({ authorization: `Bearer ${person.token}` });

/** What comes in pieces comes without its length. */
export type Body = string | Uint8Array | AsyncIterable<Uint8Array>;

export interface Sending {
  readonly boardId: string;
  readonly name?: string;
  readonly body: Body;
  readonly headers?: Record<string, string>;
}

/** Posts a file; the answer as it comes. */
export function send(
  server: TestServer,
  { boardId, name = 'file.bin', body, headers = {} }: Sending,
): Promise<Response> {
  const url = `${server.url}/files/${boardId}?name=${encodeURIComponent(name)}`;
  // Browsers' types and Node's do not agree on what a body may be.
  const request: object = { method: 'POST', headers, body, duplex: 'half' };
  return fetch(url, request);
}

/** Posts a file that must be taken. */
export async function upload(server: TestServer, person: Person, file: Omit<Sending, 'boardId' | 'headers'>) {
  const answer = await send(server, { boardId: person.boardId, ...file, headers: bearer(person) });
  if (answer.status !== 201) throw new Error(`The upload answered ${answer.status}: ${await answer.text()}`);
  return uploaded.parse(await answer.json());
}

const problem = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export async function messageOf(answer: Response): Promise<string> {
  return problem.parse(await answer.json()).error.message;
}
