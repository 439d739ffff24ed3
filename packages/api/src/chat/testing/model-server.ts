import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface ModelRequestSeen {
  readonly path: string;
  readonly authorization: string;
  readonly body: ModelRequestBody;
  /** Resolves when the asking side has hung up before the answer was whole. */
  readonly gone: Promise<void>;
}

export interface ModelRequestBody {
  readonly model: string;
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly messages: readonly SeenMessage[];
  readonly tools?: readonly SeenTool[];
  readonly response_format?: { readonly type: string };
  readonly reasoning_effort?: string;
}

export interface SeenMessage {
  readonly role: string;
  readonly content: string | null;
  readonly tool_calls?: readonly {
    readonly id: string;
    readonly function: { readonly name: string; readonly arguments: string };
  }[];
  readonly tool_call_id?: string;
  readonly [field: string]: unknown;
}

export interface SeenTool {
  readonly type: string;
  readonly function: {
    readonly name: string;
    readonly description: string;
    readonly parameters: Record<string, unknown>;
  };
}

/** Answers one request. */
export type Responder = (response: ServerResponse, seen: ModelRequestSeen) => void | Promise<void>;

/** A question for what there is, which has no body. */
export interface Lookup {
  readonly path: string;
  readonly authorization: string;
}

/** A model endpoint on loopback that speaks OpenAI's wire format, with all the habits of real servers. */
export interface ModelServer {
  /** What `AI_BASE_URL` would be. */
  readonly baseUrl: string;
  /** All requests so far, oldest first. */
  readonly requests: readonly ModelRequestSeen[];
  /** All that was only looked up, oldest first. */
  readonly lookups: readonly Lookup[];
  /** Answers every lookup, such as that of the list of models; until then there is nothing to be found. */
  lists(responder: (response: ServerResponse, lookup: Lookup) => void): void;
  /** Answers the next requests, one each; after the last of them it answers 500. */
  script(...responders: readonly Responder[]): void;
  /** Answers every request that no script answers. */
  always(responder: Responder): void;
  /** Forgets what of the script was not asked for. */
  clear(): void;
  close(): Promise<void>;
}

/** @param port 0: any free one */
export async function startModelServer(port = 0): Promise<ModelServer> {
  const requests: ModelRequestSeen[] = [];
  const lookups: Lookup[] = [];
  const queue: Responder[] = [];
  let list: Parameters<ModelServer['lists']>[0] = (response) => void response.writeHead(404).end();
  let fallback: Responder = (response) => {
    response.writeHead(500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message: 'The script of this test has come to its end.' } }));
  };

  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      const lookup = { path: request.url ?? '', authorization: request.headers.authorization ?? '' };
      lookups.push(lookup);
      list(response, lookup);
      return;
    }
    void (async () => {
      const seen = await readSeen(request, response);
      requests.push(seen);
      await (queue.shift() ?? fallback)(response, seen);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;

  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    lookups,
    lists: (responder) => {
      list = responder;
    },
    script: (...responders) => void queue.push(...responders),
    always: (responder) => {
      fallback = responder;
    },
    clear: () => void queue.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readSeen(request: IncomingMessage, response: ServerResponse): Promise<ModelRequestSeen> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const gone = new Promise<void>((resolve) => {
    response.on('close', () => {
      if (!response.writableEnded) resolve();
    });
  });
  return {
    path: request.url ?? '',
    authorization: request.headers.authorization ?? '',
    body: JSON.parse(Buffer.concat(pieces).toString()) as ModelRequestBody,
    gone,
  };
}
