import type { Id } from '@talkan/board/model';
import { id, title } from '@talkan/board/operation-parts';
import { operations } from '@talkan/board/operations';
import type { Patch } from '@talkan/board/patch';
import type { Item } from '@talkan/board/review';
import { z } from 'zod';
import { readModel } from '../../assistant/model.js';
import { readBoard } from '../../boards/load.js';
import type { Visitor } from '../../boards/members.js';
import { boardProcedure } from '../../trpc.js';
import { shownOf } from '../chat-request.js';
import { dateHabits, spokenText, textOf } from '../inputs.js';
import { acceptProposal } from '../proposals/accept.js';
import { dismissProposal } from '../proposals/store.js';
import type { ChatTurn, Proposal, TurnEvent } from '../turn-event.js';
import { readMode, setMode } from './mode.js';
import {
  deleteConversation,
  findConversation,
  listConversations,
  renameConversation,
  type ConversationEntry,
} from './store.js';
import { takeTurn } from './take-turn.js';
import { findTurnOf, noteAccepted, readTurn, readTurns } from './turns.js';

const MAX_PASTED_KIB = 64;
const named = { boardId: id, conversationId: id };
const FINGERPRINT = /^[0-9a-f]{16}$/;

export interface Overview {
  /** Whether the assistant asks before it changes anything. */
  readonly asksFirst: boolean;
  /** One's own, the one in which something was said last first. */
  readonly conversations: readonly ConversationEntry[];
}

export interface Conversation {
  readonly id: Id;
  readonly title: string;
  readonly turns: readonly ChatTurn[];
}

/** What became of a yes. */
export type Answered =
  | {
      readonly kind: 'done';
      /** The turn that had proposed it, where it came of a conversation. */
      readonly turn: ChatTurn | null;
      readonly seq: number;
      readonly patches: readonly Patch[];
      readonly items: readonly Item[];
      readonly message: string;
    }
  /** It would do something else by now: it is to be looked at again. */
  | {
      readonly kind: 'changed';
      readonly proposal: Proposal;
      /** What can no longer be done of it. */
      readonly problems: readonly string[];
      readonly message: string;
      readonly note: string;
    };

export const conversationProcedures = {
  /**
   * A turn of a conversation, told as it goes; the answer comes last. A conversation comes to be with its first turn. Sent again under the same
   * `turnId`, what has its answer is told it, and what has none is asked again.
   */
  turn: boardProcedure('viewer')
    .input(
      z
        .strictObject({
          ...named,
          turnId: id,
          text: spokenText,
          pasted: textOf(MAX_PASTED_KIB).nullable().default(null),
          replaces: id.nullable().default(null),
          ...dateHabits,
        })
        .refine(({ text, pasted }) => (text + (pasted ?? '')).trim() !== '', {
          path: ['text'],
          message: 'Must not be empty',
        }),
    )
    .mutation(async function* ({ ctx, input, signal }): AsyncGenerator<TurnEvent, void> {
      const { services, membership, session } = ctx;
      yield* takeTurn(services, {
        ...input,
        membership,
        actorId: session.user.id,
        model: await readModel(services),
        signal,
      });
    }),

  overview: boardProcedure('viewer')
    .input(z.strictObject({ boardId: id }))
    .query(async ({ ctx }): Promise<Overview> => {
      const { read } = ctx.services.db;
      const visitor = visitorOf(ctx);
      return { asksFirst: await readMode(read, visitor), conversations: await listConversations(read, visitor) };
    }),

  conversation: boardProcedure('viewer')
    .input(z.strictObject(named))
    .query(async ({ ctx, input }): Promise<Conversation> => {
      const { services, membership } = ctx;
      const visitor = visitorOf(ctx);
      const found = await findConversation(services.db.read, visitor, input.conversationId);
      const board = await readBoard(services, input.boardId, membership.seq);
      return { ...found, turns: await readTurns(services, { visitor, board }, found.id) };
    }),

  renameConversation: boardProcedure('viewer')
    .input(z.strictObject({ ...named, title }))
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      await renameConversation(ctx.services, visitorOf(ctx), { id: input.conversationId, title: input.title });
      return {};
    }),

  deleteConversation: boardProcedure('viewer')
    .input(z.strictObject(named))
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      await deleteConversation(ctx.services, visitorOf(ctx), input.conversationId);
      return {};
    }),

  setMode: boardProcedure('viewer')
    .input(z.strictObject({ boardId: id, asksFirst: z.boolean() }))
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      await setMode(ctx.services, visitorOf(ctx), input.asksFirst);
      return {};
    }),

  /** Says yes to a proposal, or to what is left of it: `operations`, with the `seen` of a review of just these. */
  accept: boardProcedure('viewer')
    .input(
      z.strictObject({
        boardId: id,
        proposalId: id,
        changeId: id,
        chosen: z.strictObject({ operations, seen: z.string().regex(FINGERPRINT) }).optional(),
      }),
    )
    .mutation(async ({ ctx, input }): Promise<Answered> => {
      const { services, membership, session } = ctx;
      const { boardId, proposalId } = input;
      const accepted = await acceptProposal(services, { ...input, membership, actorId: session.user.id });
      if (accepted.kind === 'changed') return accepted;
      const { kind, seq, patches, items, message } = accepted;
      const shown = shownOf(items);
      const answer = { message, note: '', ...shown, command: null };
      await noteAccepted(services, { boardId, proposalId }, answer);
      const board = await readBoard(services, boardId, Math.max(seq, membership.seq));
      const turnId = await findTurnOf(services.db.read, boardId, proposalId);
      const turn = turnId === undefined ? null : await readTurn(services, { visitor: visitorOf(ctx), board }, turnId);
      return { kind, turn: turn ?? null, seq, patches, items: shown.items, message };
    }),

  dismiss: boardProcedure('viewer')
    .input(z.strictObject({ boardId: id, proposalId: id }))
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      await dismissProposal(ctx.services, visitorOf(ctx), input.proposalId);
      return {};
    }),
};

function visitorOf(ctx: { membership: { boardId: Id }; session: { user: { id: Id } } }): Visitor {
  return { boardId: ctx.membership.boardId, userId: ctx.session.user.id };
}
