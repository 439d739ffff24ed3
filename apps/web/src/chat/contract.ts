import type { RouterOutputs } from '../trpc';

type Chat = RouterOutputs['chat'];

/** Which conversations there are, and how changes are made. */
export type Overview = Chat['overview'];
export type ConversationLine = Overview['conversations'][number];

/** A conversation as the server keeps it. */
export type KeptConversation = Chat['conversation'];
/** A question and what came of it. */
export type ChatTurn = KeptConversation['turns'][number];
export type Answer = NonNullable<ChatTurn['answer']>;
/** What was committed. */
export type Receipt = NonNullable<Answer['change']>;
export type Item = Receipt['items'][number];
/** What waits for a yes, or did. */
export type Proposal = NonNullable<Answer['proposal']>;
/** What can be done next about an answer of the board's own. */
export type Offer = NonNullable<Answer['command']>;
/** What became of a yes. */
export type Accepted = Chat['accept'];

type EventOf<Events> = Events extends AsyncIterable<infer Event> ? Event : never;
/** What is told of a turn as it goes. */
export type TurnEvent = EventOf<Chat['turn']>;
/** A form in which a model was asked. */
export type Rung = Extract<TurnEvent, { kind: 'asked' }>['rung'];
