import type { Asked } from '@talkan/board/command/command';
import type { CardFilter } from '@talkan/board/filter';
import type { Id } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import type { Membership } from '../boards/members.js';
import type { ModelConfig } from '../context.js';
import type { ChatMessage } from './prompt.js';
import type { Item } from './stage.js';

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
  /** The `yes` of a proposal that the person accepts. */
  readonly confirmed?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ChatAnswer {
  /** For the person. Says what was done in the words of the history, never what the model only claims. */
  readonly message: string;
  /** The message without the list of what was or would be done, for a screen that shows the items itself; may be empty. */
  readonly note: string;
  readonly change: { readonly seq: number; readonly patches: readonly Patch[]; readonly items: readonly Item[] } | null;
  /** What the turn would have done. Nothing of it was. */
  readonly proposal: { readonly items: readonly Item[] } | null;
  /** Set where the command language has answered. */
  readonly command: CommandReply | null;
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
  /** Of a proposal: sent as `confirmed` with the same messages it makes the change, if that is still the same one. */
  readonly yes: string | null;
  /** Of an undo, or of one that does again: the changes `from` to `seq` that it was about, and whether they are undone now. */
  readonly walked: { readonly seq: number; readonly from: number; readonly undone: boolean } | null;
}

/** Items in an answer; the message says how many there were. */
export const MAX_ITEMS = 200;
/** More cards than this are not remembered as those that were spoken of: some of them would not be all. */
export const MAX_SPOKEN = 200;

/** What is to be answered. */
export function saidIn({ messages }: Pick<ChatRequest, 'messages'>): string {
  return messages.at(-1)?.content ?? '';
}
