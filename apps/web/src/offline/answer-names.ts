import type { Id } from '@talkan/board/model';

/** What a board is kept as. */
export const boardAnswer = (boardId: Id) => `boards.get ${boardId}`;

/** What the server's answer is kept as: the name of the procedure, and of the board that it was asked about. */
export function answerName(path: string, input: unknown): string {
  if (path === 'boards.get') return boardAnswer(boardIn(input));
  return path === 'members.people' ? `${path} ${boardIn(input)}` : path;
}

function boardIn(input: unknown): Id {
  return typeof input === 'object' && input !== null && 'boardId' in input ? String(input.boardId) : '';
}
