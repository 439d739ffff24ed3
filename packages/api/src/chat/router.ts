import { id } from '@talkan/board/operation-parts';
import { utf8Size } from '@talkan/board/text';
import { z } from 'zod';
import { NO_MODEL } from '../no-model.js';
import { ApiError } from '../refusal-error.js';
import { boardProcedure, router } from '../trpc.js';
import { sendChat, type ChatAnswer } from './send.js';

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

export const chatRouter = router({
  /**
   * One turn: asks the model about the board and commits what it staged, all or nothing. A retry under the same `changeId` with the
   * same messages gets the change that was committed the first time.
   */
  send: boardProcedure('viewer')
    .input(z.strictObject({ boardId: id, changeId: id, messages }))
    .mutation(({ ctx, input, signal }): Promise<ChatAnswer> => {
      const { services, membership, session } = ctx;
      if (!services.model) throw new ApiError({ kind: 'unavailable', message: NO_MODEL });
      return sendChat(services, { ...input, membership, actorId: session.user.id, model: services.model, signal });
    }),
});
