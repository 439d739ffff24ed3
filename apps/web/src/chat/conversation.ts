import type { RouterOutputs } from '../trpc';

/** What can be done next about an answer of the board's own. */
export type Offer = NonNullable<RouterOutputs['chat']['send']['command']>;

export interface ChangeItem {
  readonly entity: string;
  readonly id: string;
  /** One sentence. */
  readonly text: string;
}

/** Sentences about a change; of a long one only the first are kept. */
export interface Summary {
  readonly items: readonly ChangeItem[];
  readonly count: number;
}

export interface Receipt extends Summary {
  /** The number of the change on the board. */
  readonly seq: number;
  readonly undone: boolean;
}

/** What somebody asked, and whether an answer came. */
export interface Question {
  readonly kind: 'question';
  readonly id: string;
  /** Sent with every try, so that a repeated question changes the board once. */
  readonly changeId: string;
  readonly text: string;
  readonly at: number;
  readonly state: 'waiting' | 'answered' | 'failed' | 'stopped';
  /** Why no answer came. */
  readonly problem: string | null;
}

export interface Answer {
  readonly kind: 'answer';
  readonly id: string;
  /** All of it in words, as the assistant is told of it later. */
  readonly text: string;
  /** What is to be said beside the list of changes; may be empty. */
  readonly note: string;
  readonly at: number;
  readonly change: Receipt | null;
  /** What the assistant would do, had it been allowed to: nothing was changed. */
  readonly proposal: Summary | null;
  /** Set where the board answered by itself, without a model. */
  readonly offer: Offer | null;
}

export type Entry = Question | Answer;
export type Conversation = readonly Entry[];

const MOST_ENTRIES = 200;
const MOST_CHARACTERS = 200_000;
const MOST_ITEMS = 60;
/** What a model is told of the past: enough to know what "it" is, within the bounds of a request. */
const MOST_SENT = 24;
const MOST_SENT_CHARACTERS = 24_000;
/** Of an old message; the question itself goes whole. */
const MOST_SENT_OF_ONE = 4000;
/** What the server takes as one message. */
export const MOST_QUESTION_BYTES = 16 * 1024;

export const CLOSED_PAGE = 'The page was closed before the answer came. If something was changed, the board shows it.';

export function summarize(items: readonly ChangeItem[]): Summary {
  const first = items.slice(0, MOST_ITEMS).map(({ entity, id, text }) => ({ entity, id, text }));
  return { items: first, count: items.length };
}

/** Adds an entry and lets the oldest go where the conversation has become too long to keep. */
export function append(conversation: Conversation, entry: Entry): Conversation {
  const all = [...conversation, entry].slice(-MOST_ENTRIES);
  let characters = 0;
  const first = all.findLastIndex((other) => (characters += sizeOf(other)) > MOST_CHARACTERS);
  // The newest stays, however long it is.
  return all.slice(Math.min(first + 1, all.length - 1));
}

function sizeOf(entry: Entry): number {
  if (entry.kind === 'question') return entry.text.length;
  const items = [...(entry.change?.items ?? []), ...(entry.proposal?.items ?? [])];
  return items.reduce((sum, item) => sum + item.text.length, entry.text.length);
}

export function updateQuestion(
  conversation: Conversation,
  id: string,
  state: Pick<Question, 'state' | 'problem'>,
): Conversation {
  return conversation.map((entry) => (entry.kind === 'question' && entry.id === id ? { ...entry, ...state } : entry));
}

/** Marks every receipt of the change numbered `seq` as undone. */
export function markUndone(conversation: Conversation, seq: number): Conversation {
  const isOpen = (entry: Entry) => entry.kind === 'answer' && entry.change?.seq === seq && !entry.change.undone;
  if (!conversation.some(isOpen)) return conversation;
  return conversation.map((entry) =>
    entry.kind === 'answer' && entry.change?.seq === seq
      ? { ...entry, change: { ...entry.change, undone: true } }
      : entry,
  );
}

/** Says of the receipts of changes that were undone, or done again, in words what has become of them. */
export function markWalked(conversation: Conversation, walked: NonNullable<Offer['walked']>): Conversation {
  const { seq, from, undone } = walked;
  return conversation.map((entry) =>
    entry.kind === 'answer' && entry.change && entry.change.seq >= from && entry.change.seq <= seq
      ? { ...entry, change: { ...entry.change, undone } }
      : entry,
  );
}

/**
 * A question goes to the end when it is asked again, so that its answer stands below it. The server knows a repeated question by its
 * change id and its messages: where something was said since, it is another one, and `changeId` is its own.
 */
export function askAgain(conversation: Conversation, id: string, changeId: string): Conversation {
  const question = conversation.find((entry) => entry.kind === 'question' && entry.id === id);
  if (question?.kind !== 'question') return conversation;
  const rest = conversation.filter((entry) => entry !== question);
  const isLast = conversation.at(-1) === question;
  return [...rest, { ...question, changeId: isLast ? question.changeId : changeId, state: 'waiting', problem: null }];
}

/** Puts what became of an answer's proposal in its place. */
export function replaceAnswer(conversation: Conversation, id: string, changed: Partial<Answer>): Conversation {
  return conversation.map((entry) => (entry.kind === 'answer' && entry.id === id ? { ...entry, ...changed } : entry));
}

/** The conversation as far as the question that this answers. */
export function upToQuestion(conversation: Conversation, answerId: string): Conversation {
  const index = conversation.findIndex((entry) => entry.kind === 'answer' && entry.id === answerId);
  const question = conversation.slice(0, Math.max(0, index)).findLastIndex((entry) => entry.kind === 'question');
  return conversation.slice(0, question + 1);
}

/** The cards that the last answer before the last question was about, if the board itself gave it. */
export function spokenIn(conversation: Conversation): readonly string[] | undefined {
  const last = conversation.at(-1)?.kind === 'question' ? conversation.at(-2) : conversation.at(-1);
  return last?.kind === 'answer' ? last.offer?.spoken : undefined;
}

export interface SentMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** What goes to the assistant: the answered questions, their answers, and the question that waits; the newest of them, as many as fit. */
export function messagesOf(conversation: Conversation): SentMessage[] {
  const told = conversation
    .filter((entry) => entry.kind === 'answer' || entry.state === 'answered' || entry.state === 'waiting')
    .map((entry): SentMessage => ({ role: entry.kind === 'answer' ? 'assistant' : 'user', content: contentOf(entry) }))
    .filter((message) => message.content.trim() !== '')
    .slice(-MOST_SENT)
    .map((message, index, all) =>
      index === all.length - 1 ? message : { ...message, content: shorten(message.content) },
    );
  let characters = 0;
  const first = told.findLastIndex((message) => (characters += message.content.length) > MOST_SENT_CHARACTERS);
  const fitting = told.slice(Math.min(first + 1, told.length - 1));
  // An answer without its question says nothing, and some models refuse to start with it.
  return fitting.slice(fitting.findIndex((message) => message.role === 'user'));
}

function shorten(text: string): string {
  // A cut may fall between the halves of a surrogate pair, which no server takes.
  return text.length <= MOST_SENT_OF_ONE ? text : `${text.slice(0, MOST_SENT_OF_ONE).toWellFormed()} …`;
}

function contentOf(entry: Entry): string {
  if (entry.kind === 'answer' && entry.change?.undone) return `${entry.text}\n(This change was undone since.)`;
  return entry.text;
}

const VERSION = 1;

export function serialize(conversation: Conversation): string {
  return JSON.stringify({ v: VERSION, entries: conversation });
}

/** Reads what `serialize` wrote. Anything else, another version's too, is an empty conversation. */
export function parseConversation(text: string | null): Conversation {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null || !('v' in value) || value.v !== VERSION) return [];
    if (!('entries' in value) || !Array.isArray(value.entries)) return [];
    return value.entries.filter(isEntry).map(withOffer).map(endWaiting);
  } catch {
    return [];
  }
}

/** Answers that were kept before boards answered by themselves have none. */
function withOffer(entry: Entry): Entry {
  return entry.kind === 'answer' ? { ...entry, offer: entry.offer ?? null } : entry;
}

function endWaiting(entry: Entry): Entry {
  if (entry.kind === 'answer' || entry.state !== 'waiting') return entry;
  return { ...entry, state: 'failed', problem: CLOSED_PAGE };
}

/** Enough to tell our own entries from what anything else may have written under our key. */
function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('text' in value)) return false;
  if (!('id' in value) || typeof value.id !== 'string' || typeof value.text !== 'string') return false;
  if (value.kind === 'question') return 'changeId' in value && typeof value.changeId === 'string' && 'state' in value;
  return value.kind === 'answer' && 'note' in value && 'change' in value && 'proposal' in value;
}
