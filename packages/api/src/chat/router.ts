import { id } from '@talkan/board/operation-parts';
import { utf8Size } from '@talkan/board/text';
import { z } from 'zod';
import { boardProcedure, router } from '../trpc.js';
import { MAX_SPOKEN, type ChatAnswer } from './chat-request.js';
import { sendChat } from './send.js';

const MAX_MESSAGES = 100;
const MAX_CONTENT_BYTES = 16 * 1024;

const message = z.strictObject({
  role: z.enum(['user', 'assistant']),
  content: z
    .string()
    .max(MAX_CONTENT_BYTES, 'Must be at most 16 KiB')
    .refine((text) => utf8Size(text) <= MAX_CONTENT_BYTES, 'Must be at most 16 KiB'),
});
const messages = z
  .array(message)
  .min(1)
  .max(MAX_MESSAGES, `Must be at most ${MAX_MESSAGES} messages: leave out the oldest ones`)
  .refine((list) => list.at(-1)?.role === 'user', 'The last message must be from the user')
  .refine((list) => list.at(-1)?.content.trim() !== '', 'The last message must not be empty');

/** Longer than any name in the database of time zones. */
const MAX_ZONE = 64;
const timeZone = z
  .string()
  .max(MAX_ZONE, { abort: true })
  .refine(isTimeZone, 'Must be the name of a time zone, such as Europe/Berlin')
  .default('UTC');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

const SHA256 = /^[0-9a-f]{64}$/;

export const chatRouter = router({
  /**
   * One turn: what the command language understands, or the model stages, is committed, all or nothing. A retry under the same `changeId`
   * with the same messages gets the change that was committed the first time.
   */
  send: boardProcedure('viewer')
    .input(
      z.strictObject({
        boardId: id,
        changeId: id,
        messages,
        timeZone,
        dateOrder: z.enum(['dmy', 'mdy']).default('dmy'),
        spoken: z.array(id).max(MAX_SPOKEN).optional(),
        confirmed: z.string().regex(SHA256, 'Must be the `yes` of a proposal').optional(),
      }),
    )
    .mutation(({ ctx, input, signal }): Promise<ChatAnswer> => {
      const { services, membership, session } = ctx;
      return sendChat(services, { ...input, membership, actorId: session.user.id, model: services.model, signal });
    }),
});
