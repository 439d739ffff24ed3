import type { Asked } from '@talkan/board/command/command';
import type { CardFilter } from '@talkan/board/filter';
import type { Id } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import type { Item } from '@talkan/board/review';
import type { Membership } from '../boards/members.js';
import type { ModelConfig } from '../context.js';
import type { Queries } from '../db/open.js';
import type { ChatMessage } from './prompt/prompt.js';
import type { Progress, Proposal, TurnFacts } from './turn-event.js';

export interface ChatRequest {
  readonly boardId: Id;
  readonly changeId: Id;
  readonly messages: readonly ChatMessage[];
  readonly membership: Membership;
  readonly actorId: Id;
  /** `null`: the command language answers alone. */
  readonly model: ModelConfig | null;
  /** Where the person is, as an IANA name. */
  readonly timeZone: string;
  /** What `3/4` is to them: 3 April, or 4 March. */
  readonly dateOrder: 'dmy' | 'mdy';
  /** The cards that the last answer was about, as it named them; left out: found in its words. */
  readonly spoken?: readonly Id[] | undefined;
  /** What the change is known by, beside its id: the same for a request that is sent again. */
  readonly body: unknown;
  /** Whether the person wants to be asked before anything is changed. */
  readonly asksFirst: boolean;
  /** A text that the person has put beside their words: data, and no wish. */
  readonly pasted: string | null;
  /** The proposal that a yes in words accepts; left out: the one that the last answer shows. */
  readonly waiting?: Id | null | undefined;
  /** Whether the question still stands, asked in the transaction that is to change the board; left out: it does. */
  readonly isStanding?: ((db: Queries) => Promise<boolean>) | undefined;
  /** Told what the model is at; nothing of it is committed. */
  readonly tell?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ChatAnswer {
  /** For the person. Says what was done in the words of the history, never what the model only claims. */
  readonly message: string;
  /** The message without the list of what was or would be done, for a screen that shows the items itself; may be empty. */
  readonly note: string;
  /** `count`: of all items, of which a long list leaves some out. */
  readonly change: {
    readonly seq: number;
    readonly patches: readonly Patch[];
    readonly items: readonly Item[];
    readonly count: number;
  } | null;
  /** What the turn would do, and waits for a yes. Nothing of it was done. */
  readonly proposal: Proposal | null;
  /** Set where the command language has answered. */
  readonly command: CommandReply | null;
}

/** An answer, and who gave it. */
export interface GivenAnswer extends ChatAnswer {
  /** Set where a model was asked. */
  readonly facts: Omit<TurnFacts, 'durationMs'> | null;
}

/** What the command language's answer leaves to be done next. */
export interface CommandReply {
  /** Of a question: the words of the choice that is made are sent as the next message. */
  readonly asked: Asked | null;
  /** Of a refusal: commands that would work. */
  readonly suggestions: readonly string[];
  /** What the board is to be seen through. */
  readonly filter: CardFilter | null;
  /** The cards that it is about, to be sent with the next message. */
  readonly spoken: readonly Id[];
}

/** Items in an answer. */
const MAX_ITEMS = 200;
/** More cards than this are not remembered as those that were spoken of: some of them would not be all. */
export const MAX_SPOKEN = 200;

/** What is to be answered. */
export function saidIn({ messages }: Pick<ChatRequest, 'messages'>): string {
  return messages.at(-1)?.content ?? '';
}

/** Of a long list only the first. */
export function shownOf(items: readonly Item[]): { readonly items: readonly Item[]; readonly count: number } {
  return { items: items.slice(0, MAX_ITEMS), count: items.length };
}
