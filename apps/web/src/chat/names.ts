/** The button that opens the panel, wherever it stands at the moment. */
export const OPENER_ID = 'open-assistant';

export function chatDraftKey(boardId: string): string {
  return `chat:${boardId}`;
}

/** What the field for the assistant is for. */
export function askWords(mayEdit: boolean): string {
  return mayEdit ? 'Ask, or say what should change' : 'Ask what is going on';
}
