import { randomUUID } from 'node:crypto';
import type { BoardEntry } from '@talkan/api/boards/list';
import { wholeBoard, type WholeBoard, type WholeBoardInput } from '@talkan/api/boards/whole-board';
import type { Proposal } from '@talkan/api/chat/turn-event';
import { appRouter, type Call } from '@talkan/api/root';
import { TRPCError, type inferProcedureInput } from '@trpc/server';
import { z } from 'zod';
import { BOARD_BODY_LIMIT, BODY_LIMIT } from '../http/body.js';
import type { ProblemStatus } from '../http/problem.js';
import { boardAnswer, boardsAnswer, chatAnswer, emptyAnswer, inputOf, searchAnswer, tokenAnswer } from './schemas.js';

/** One REST call. The documentation is made from this, as is what answers. */
export interface Route {
  readonly method: 'GET' | 'PATCH' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly signedIn: boolean;
  /** What may stand behind the `?`; left out: nothing is read there. */
  readonly query?: z.ZodObject;
  /** Null where no body is read. */
  readonly input: z.ZodType | null;
  readonly bodyLimit: number;
  /** Where in the procedure's input the body stands, if it is not the whole of it. */
  readonly bodyField?: string;
  readonly output: z.ZodType;
  readonly failures: readonly ProblemStatus[];
  /** Whether the answer carries an `ETag`, with which it can be asked for again. */
  readonly tagged?: true;
  /** @param sent the body, or the query of a route that reads one */
  readonly answer: (call: Call, sent: unknown) => Promise<RouteAnswer>;
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

const proposalInput = z.strictObject({ id: inputOf('chat.accept').def.shape['proposalId'] ?? z.never() });

const { query: words = z.never(), ...searchFields } = inputOf('search.cards').def.shape;
const searchQuery = z.strictObject({ q: words, ...searchFields });

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
    tagged: true,
    answer: async (call) => {
      const { boardId, board } = await call(appRouter.boards.first, undefined);
      return boardAnswerOf(boardId, board);
    },
  },
  {
    method: 'GET',
    path: '/api/boards',
    summary: 'List your boards',
    description: 'All boards that you may see, the oldest first, archived ones too.',
    signedIn: true,
    input: null,
    bodyLimit: 0,
    output: boardsAnswer,
    failures: [401],
    answer: async (call) => ({ body: { boards: (await call(appRouter.boards.list, undefined)).map(boardRow) } }),
  },
  {
    method: 'GET',
    path: '/api/search',
    summary: 'Search cards',
    description:
      'Looks through all boards that you may see: `q` takes words, “words in quotes” as they stand, and names of cards as `TK-12`. The best come first. ' +
      'Matches are pairs of places, from and up to but without, counted in UTF-16.',
    signedIn: true,
    query: searchQuery,
    input: null,
    bodyLimit: 0,
    output: searchAnswer,
    failures: [400, 401],
    answer: async (call, sent) => {
      const { q: query, ...rest } = parse(searchQuery, sent);
      return { body: { cards: await call(appRouter.search.cards, { query, ...rest }) } };
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
      'The last message is what you ask for. A turn commits at once and answers with the board after it. What would archive, or touch more than ' +
      'five cards, what you did not ask for in so many words, and all of it where you want to be asked first, changes nothing: `proposal` says what it would do, and waits for ' +
      '`POST /api/chat/accept`, or for a yes as the next message. Without a model plain commands and questions are understood, in English; what ' +
      'is not understood in full changes nothing.',
    signedIn: true,
    input: chatInput,
    bodyLimit: BODY_LIMIT,
    output: chatAnswer,
    failures: [...SENT, 401, 403, 404, 409, 429, 502, 503, 504, 507],
    answer: async (call, body) => ({ body: await chat(call, parse(chatInput, body)) }),
  },
  {
    method: 'POST',
    path: '/api/chat/accept',
    summary: 'Say yes to a proposal',
    description:
      'Does what the proposal says, as one change, and answers with the board after it. Where it would do something else by now nothing is changed: ' +
      '`proposal` then says what it would do, and waits again.',
    signedIn: true,
    input: proposalInput,
    bodyLimit: BODY_LIMIT,
    output: chatAnswer,
    failures: [...SENT, 401, 403, 404, 409, 507],
    answer: async (call, body) => ({ body: await accept(call, parse(proposalInput, body)) }),
  },
  {
    method: 'POST',
    path: '/api/chat/dismiss',
    summary: 'Say no to a proposal',
    description: 'It can no longer be accepted. Nothing is changed.',
    signedIn: true,
    input: proposalInput,
    bodyLimit: BODY_LIMIT,
    output: emptyAnswer,
    failures: [...SENT, 401, 404, 507],
    answer: async (call, body) => {
      const { id: proposalId } = parse(proposalInput, body);
      const { boardId } = await call(appRouter.boards.first, undefined);
      return { body: await call(appRouter.chat.dismiss, { boardId, proposalId }) };
    },
  },
];

type ChatReply = z.input<typeof chatAnswer>;

async function chat(call: Call, { messages }: z.output<typeof chatInput>): Promise<ChatReply> {
  const { boardId } = await call(appRouter.boards.first, undefined);
  const input = { boardId, changeId: randomUUID(), messages } as ChatInput;
  const { message, change, proposal } = await call(appRouter.chat.send, input);
  if (change !== null) return withBoard(call, message);
  return { message, board_update: null, ...(proposal && { proposal: proposalRow(proposal) }) };
}

async function accept(call: Call, { id: proposalId }: z.output<typeof proposalInput>): Promise<ChatReply> {
  const { boardId } = await call(appRouter.boards.first, undefined);
  // A yes that is sent twice is one.
  const answered = await call(appRouter.chat.accept, { boardId, proposalId, changeId: `yes-${proposalId}` });
  const { message } = answered;
  if (answered.kind === 'done') return withBoard(call, message);
  return { message, board_update: null, proposal: proposalRow(answered.proposal) };
}

async function withBoard(call: Call, message: string): Promise<ChatReply> {
  const { board } = await call(appRouter.boards.first, undefined);
  const columns = board.columns.map(({ cardIds, ...column }) => ({ ...column, cardIds: [...cardIds] }));
  return { message, board_update: { ...board, columns } };
}

function proposalRow({ id, operations, items }: Proposal): NonNullable<ChatReply['proposal']> {
  return { id, operations: [...operations], sentences: items.map(({ text }) => text) };
}

function boardRow({ id, key, title, role, archivedAt }: BoardEntry) {
  return { id, key, title, role, archivedAt };
}

function boardAnswerOf(boardId: string, board: WholeBoard): RouteAnswer {
  return { body: board, etag: `${boardId}-${board.version}` };
}

/** For calls that are not sent what their procedure takes; the failure is told like a procedure's own. */
function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new TRPCError({ code: 'BAD_REQUEST', cause: parsed.error });
}
