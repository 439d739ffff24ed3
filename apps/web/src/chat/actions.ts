import type { ChatTurn } from './contract';
import type { Outcome, Yes } from './proposals';

/** What can be done about the turns of a conversation. */
export interface TurnActions {
  /** Says it at once. */
  readonly say: (text: string) => void;
  /** Puts it into the field. */
  readonly fill: (text: string) => void;
  /** Asks once more what got no answer, or the same for another answer. */
  readonly retry: (turn: ChatTurn, isLast: boolean) => void;
  /** Asks something else in the place of a question; what came after it goes. */
  readonly resend: (turn: ChatTurn, text: string, pasted: string | null) => void;
  readonly accept: (yes: Yes) => Promise<Outcome>;
  readonly dismiss: (proposalId: string) => Promise<string | null>;
}
