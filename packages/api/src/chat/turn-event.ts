import type { Card, Column, Id, Time } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Patch } from '@talkan/board/patch';
import type { Item } from '@talkan/board/review';
import type { CommandReply } from './chat-request.js';
import type { Rung } from './endpoint/ladder.js';

/** What somebody is to say yes or no to. */
export interface Proposal {
  readonly id: Id;
  readonly operations: readonly Operation[];
  /** One for each operation. */
  readonly items: readonly Item[];
  /** Why it waits, as the beginning of a sentence: “This would archive something”. */
  readonly reason: string;
  /** Names what its operations would do, as `reviewOperations` does. */
  readonly seen: string;
  readonly state: 'waits' | 'accepted' | 'dismissed';
  /** The archived rows that the operations name. */
  readonly loaded: { readonly cards: readonly Card[]; readonly columns: readonly Column[] };
}

/** What a turn says. */
export interface TurnAnswer {
  readonly message: string;
  /** The message without the list of what was or would be done. */
  readonly note: string;
  /** `count`: of all items, of which a long list leaves some out. */
  readonly change: {
    readonly seq: number;
    readonly items: readonly Item[];
    readonly count: number;
    readonly undone: boolean;
  } | null;
  readonly proposal: Proposal | null;
  readonly command: CommandReply | null;
}

/** Who answered, and what it took. */
export interface TurnFacts {
  /** `null`: no model was asked. */
  readonly model: string | null;
  /** How the model was asked; `commands`: the command language answered. */
  readonly rung: Rung | 'commands' | null;
  /** Where the endpoint tells. */
  readonly tokens: { readonly prompt: number; readonly completion: number } | null;
  /** US dollars, where the endpoint tells. */
  readonly cost: number | null;
  readonly durationMs: number | null;
}

/** A question and what came of it, as it is kept. */
export interface ChatTurn extends TurnFacts {
  readonly id: Id;
  readonly question: string;
  readonly pasted: string | null;
  readonly at: Time;
  readonly state: 'running' | 'answered' | 'failed' | 'stopped';
  /** Why no answer came. */
  readonly problem: string | null;
  readonly answer: TurnAnswer | null;
}

/** What is told while a model is at work; nothing of it is committed. */
export type Progress =
  /** The model is asked in this form; what was told before does not count. */
  | { readonly kind: 'asked'; readonly model: string; readonly rung: Rung }
  /** To be put behind what came. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pending'; readonly operation: Operation; readonly item: Item }
  /** Texts and operations so far do not count. */
  | { readonly kind: 'again' }
  | { readonly kind: 'reading'; readonly sentence: string };

/** What a turn yields, in order; the answer comes last. A failure is thrown, once it is kept. */
export type TurnEvent =
  | { readonly kind: 'begun'; readonly conversationId: Id; readonly turnId: Id }
  | Progress
  /** `patches`: of what was committed. */
  | { readonly kind: 'answer'; readonly turn: ChatTurn; readonly patches: readonly Patch[] | null };
