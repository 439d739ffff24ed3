import { t } from '@talkan/words/words';

/** The button that opens the panel, wherever it stands at the moment. */
export const OPENER_ID = 'open-assistant';
/** The field for what is asked next. */
export const FIELD_ID = 'ask-assistant';

export function chatDraftKey(boardId: string): string {
  return `chat:${boardId}`;
}

/** Of the text that was pasted beside what is typed. */
export function pastedDraftKey(boardId: string): string {
  return `chat-pasted:${boardId}`;
}

/** Of a question that is being put otherwise. */
export function questionDraftKey(turnId: string): string {
  return `chat-question:${turnId}`;
}

export function conversationNameDraftKey(conversationId: string): string {
  return `conversation:${conversationId}`;
}

/** Of what somebody makes of a proposal before they say yes. */
export function proposalDraftKey(proposalId: string): string {
  return `proposal:${proposalId}`;
}

/** Why it cannot be asked now. */
export const OFFLINE = t`You are offline. The assistant can be asked when you’re back.`;

/** What the field for the assistant is for. */
export function askWords(mayEdit: boolean): string {
  return mayEdit ? t`Ask, or say what should change` : t`Ask what is going on`;
}

/** Whether changes wait for a yes, in the words of whoever chooses. */
export const MODES = {
  do: {
    label: t`Do it, I can undo`,
    text: t`Changes are made at once, each with an Undo. It still asks before it archives, touches more than five cards, or goes beyond your words.`,
  },
  ask: { label: t`Ask me first`, text: t`Every change waits for your yes. You can leave parts out, or edit them.` },
} as const;

export function modeLabel(asksFirst: boolean): string {
  return MODES[asksFirst ? 'ask' : 'do'].label;
}
