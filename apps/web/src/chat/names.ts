/** The button that opens the panel, wherever it stands at the moment. */
export const OPENER_ID = 'open-assistant';

export function chatDraftKey(boardId: string): string {
  return `chat:${boardId}`;
}
