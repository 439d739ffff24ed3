import { randomUUID } from 'node:crypto';
import { wholeBoard, type WholeBoard, type WholeBoardInput } from '@talkan/api/boards/whole-board';
import { appRouter, type Call } from '@talkan/api/root';
import { TRPCError, type inferProcedureInput } from '@trpc/server';
import { z } from 'zod';
import { BOARD_BODY_LIMIT, BODY_LIMIT } from '../http/body.js';
import type { ProblemStatus } from '../http/problem.js';
import { boardAnswer, chatAnswer, emptyAnswer, inputOf, tokenAnswer } from './schemas.js';

/** One REST call. The documentation is made from this, as is what answers. */
export interface Route {
  readonly method: 'GET' | 'PATCH' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly signedIn: boolean;
  /** Null where no body is read. */
  readonly input: z.ZodType | null;
  readonly bodyLimit: number;
  /** Where in the procedure's input the body stands, if it is not the whole of it. */
  readonly bodyField?: string;
  readonly output: z.ZodType;
  readonly failures: readonly ProblemStatus[];
  readonly answer: (call: Call, body: unknown) => Promise<RouteAnswer>;
}

export interface RouteAnswer {
  readonly body: unknown;
  /** Of what is shown, in one era of the database. */
  readonly etag?: string;
}

type Credentials = inferProcedureInput<typeof appRouter.auth.login>;
type ChatInput = inferProcedureInput<typeof appRouter.chat.send>;

const SENT: readonly ProblemStatus[] = [400, 408, 413, 415];
const chatInput = z.strictObject({
  messages: inputOf('chat.send').def.shape['messages'] ?? z.never(),
  board: z.unknown().optional().describe('Accepted and not needed: what counts is the board as the server has it.'),
});

export const routes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/auth/login',
    summary: 'Sign in',
    description:
      'Answers with a token for all other calls. It ends 7 days after its last use, and 30 days after it was given.',
    signedIn: false,
    input: inputOf('auth.login'),
    bodyLimit: BODY_LIMIT,
    output: tokenAnswer,
    failures: [...SENT, 401, 429, 507],
    // Each procedure checks its own input: what comes here is unknown, and stays so until then.
    answer: async (call, body) => ({ body: await call(appRouter.auth.login, body as Credentials) }),
  },
  {
    method: 'POST',
    path: '/api/auth/logout',
    summary: 'Sign out',
    description: 'Ends the token’s session.',
    signedIn: true,
    input: null,
    bodyLimit: 0,
    output: emptyAnswer,
    failures: [401, 507],
    answer: async (call) => ({ body: await call(appRouter.auth.logout, undefined) }),
  },
  {
    method: 'GET',
    path: '/api/board',
    summary: 'Read your first board',
    description: 'Carries an `ETag`; with `If-None-Match` it answers 304 while the board is unchanged.',
    signedIn: true,
    input: null,
    bodyLimit: 0,
    output: boardAnswer,
    failures: [401, 404],
    answer: async (call) => {
      const { boardId, board } = await call(appRouter.boards.first, undefined);
      return boardAnswerOf(boardId, board);
    },
  },
  {
    method: 'PATCH',
    path: '/api/board',
    summary: 'Change your first board',
    description:
      'Send the whole board. It is compared with the board at the `version` that you send, and the difference is committed as one change on top of ' +
      'the board as it is today; without a version it is compared with today’s. Cards that you leave out are archived; an archived id that you send ' +
      'comes back. All of it happens, or nothing: 409 names the ids and both texts where somebody else has changed the same.',
    signedIn: true,
    input: wholeBoard,
    bodyLimit: BOARD_BODY_LIMIT,
    bodyField: 'board',
    output: boardAnswer,
    failures: [...SENT, 401, 403, 404, 409, 507],
    answer: async (call, body) => {
      const { boardId } = await call(appRouter.boards.first, undefined);
      return boardAnswerOf(boardId, await call(appRouter.boards.save, { boardId, board: body as WholeBoardInput }));
    },
  },
  {
    method: 'POST',
    path: '/api/chat',
    summary: 'Talk to your first board',
    description:
      'The last message is what you ask for. A turn commits at once and answers with the board after it; one that would archive, or touch more than ' +
      'five cards, changes nothing and says what it would do.',
    signedIn: true,
    input: chatInput,
    bodyLimit: BODY_LIMIT,
    output: chatAnswer,
    failures: [...SENT, 401, 403, 404, 409, 429, 502, 503, 504, 507],
    answer: async (call, body) => ({ body: await chat(call, parse(chatInput, body)) }),
  },
];

async function chat(call: Call, { messages }: z.output<typeof chatInput>): Promise<z.input<typeof chatAnswer>> {
  const { boardId } = await call(appRouter.boards.first, undefined);
  const input = { boardId, changeId: randomUUID(), messages } as ChatInput;
  const { message, change } = await call(appRouter.chat.send, input);
  if (change === null) return { message, board_update: null };
  const { board } = await call(appRouter.boards.first, undefined);
  const columns = board.columns.map(({ cardIds, ...column }) => ({ ...column, cardIds: [...cardIds] }));
  return { message, board_update: { ...board, columns } };
}

function boardAnswerOf(boardId: string, board: WholeBoard): RouteAnswer {
  return { body: board, etag: `${boardId}-${board.version}` };
}

/** For the one call whose body is not what its procedure takes; the failure is told like a procedure's own. */
function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new TRPCError({ code: 'BAD_REQUEST', cause: parsed.error });
}
