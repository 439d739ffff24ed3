import { id } from '@talkan/board/operation-parts';
import { z } from 'zod';
import { readModel } from '../assistant/model.js';
import { boardProcedure, router } from '../trpc.js';
import { MAX_SPOKEN, type ChatAnswer } from './chat-request.js';
import { readMode } from './conversations/mode.js';
import { conversationProcedures } from './conversations/router.js';
import { dateHabits, textOf } from './inputs.js';
import { sendChat } from './send.js';

const MAX_MESSAGES = 100;
const MAX_CONTENT_KIB = 16;

const message = z.strictObject({ role: z.enum(['user', 'assistant']), content: textOf(MAX_CONTENT_KIB) });
const messages = z
  .array(message)
  .min(1)
  .max(MAX_MESSAGES, `Must be at most ${MAX_MESSAGES} messages: leave out the oldest ones`)
  .refine((list) => list.at(-1)?.role === 'user', 'The last message must be from the user')
  .refine((list) => list.at(-1)?.content.trim() !== '', 'The last message must not be empty');

export const chatRouter = router({
  ...conversationProcedures,

  /**
   * One turn, answered as a whole and kept nowhere: what the command language understands, or the model stages, is committed, all or nothing.
   * A retry under the same `changeId` with the same messages gets the change that was committed the first time.
   */
  send: boardProcedure('viewer')
    .input(
      z.strictObject({
        boardId: id,
        changeId: id,
        messages,
        ...dateHabits,
        spoken: z.array(id).max(MAX_SPOKEN).optional(),
      }),
    )
    .mutation(async ({ ctx, input, signal }): Promise<ChatAnswer> => {
      const { services, membership, session } = ctx;
      const actorId = session.user.id;
      const asksFirst = await readMode(services.db.read, { boardId: input.boardId, userId: actorId });
      const asked = { ...input, body: { chat: input.messages }, asksFirst, pasted: null };
      const { facts: _, ...answer } = await sendChat(services, {
        ...asked,
        membership,
        actorId,
        model: await readModel(services),
        signal,
      });
      return answer;
    }),
});
