import { request } from 'node:http';
import type { AppRouter } from '@talkan/api/root';
import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { EventSource } from 'eventsource';

/** tRPC's own client, as a program that is signed in uses it. */
export function clientOf(url: string, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (op) => op.type === 'subscription',
        true: httpSubscriptionLink({
          url: `${url}/trpc`,
          EventSource,
          eventSourceOptions: {
            fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, ...headers } }),
          },
        }),
        false: httpLink({ url: `${url}/trpc`, headers }),
      }),
    ],
  });
}

export interface LinkWatcher {
  readonly seqs: number[];
  readonly people: string[][];
  readonly roles: string[];
  /** Why nothing could be saved, each time that it was told. */
  readonly problems: (string | null)[];
  readonly resets: () => number;
  readonly connections: () => number;
  readonly error: () => { readonly message: string; readonly code: string | undefined } | null;
  readonly completed: () => boolean;
  stop(): void;
}

/** Watches through tRPC's own link and keeps what arrives. */
export function watchByLink(
  client: ReturnType<typeof clientOf>,
  input: { readonly boardId: string; readonly lastEventId?: string },
): LinkWatcher {
  const seqs: number[] = [];
  const people: string[][] = [];
  const roles: string[] = [];
  const problems: (string | null)[] = [];
  let resets = 0;
  let connections = 0;
  let completed = false;
  let error: ReturnType<LinkWatcher['error']> = null;
  const subscription = client.boards.watch.subscribe(input, {
    onStarted: () => (connections += 1),
    onData: (message) => {
      // The last id comes with every later message, and the link then wraps that, too.
      const event = 'data' in message ? message.data : message;
      switch (event.type) {
        case 'change':
          seqs.push(event.seq);
          break;
        case 'presence':
          people.push(event.people.map((person) => person.clientId));
          break;
        case 'role':
          roles.push(event.role);
          break;
        case 'storage':
          problems.push(event.problem);
          break;
        case 'notices':
          break;
        case 'reset':
          resets += 1;
      }
    },
    onError: ({ message, data }) => (error = { message, code: data?.code }),
    onComplete: () => (completed = true),
  });
  return {
    seqs,
    people,
    roles,
    problems,
    resets: () => resets,
    connections: () => connections,
    error: () => error,
    completed: () => completed,
    stop: () => subscription.unsubscribe(),
  };
}

/** A stream as bytes. */
export interface RawStream {
  readonly status: Promise<number>;
  readonly headers: () => Record<string, string | string[] | undefined>;
  readonly text: () => string;
  readonly ended: Promise<void>;
  /** Stops, or goes on, reading. */
  pause(): void;
  resume(): void;
  abort(): void;
}

interface RawInput {
  readonly boardId: string;
  readonly lastEventId?: string;
  readonly headers?: Record<string, string>;
}

export function openRaw(url: string, token: string, { headers = {}, ...input }: RawInput): RawStream {
  const address = `${url}/trpc/boards.watch?input=${encodeURIComponent(JSON.stringify(input))}`;
  const sent = request(address, { agent: false, headers: { authorization: `Bearer ${token}`, ...headers } });
  let text = '';
  let paused = false;
  let answerHeaders: ReturnType<RawStream['headers']> = {};
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const status = new Promise<number>((resolve) => {
    sent.on('response', (answer) => {
      answerHeaders = answer.headers;
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('error', () => {});
      answer.on('close', end);
      if (paused) answer.pause();
      resolve(answer.statusCode ?? 0);
    });
  });
  sent.on('error', () => {});
  sent.on('close', end);
  sent.end();
  return {
    status,
    headers: () => answerHeaders,
    text: () => text,
    ended,
    pause: () => {
      paused = true;
      sent.socket?.pause();
    },
    resume: () => sent.socket?.resume(),
    abort: () => sent.destroy(),
  };
}

/** The numbers of the changes in it, in the order of arrival. */
export function seqsIn(text: string): number[] {
  return [...text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
}
