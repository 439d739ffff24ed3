import { snapshotOf } from '@talkan/board/board';
import type { Board, BoardSnapshot } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import { wholeBoardOf, type WholeBoard } from './whole-board.js';

/** A board for somebody who may do this much on it. */
export type BoardAnswer = BoardSnapshot & { readonly role: Role };

/** They live as long as the board does whose answers they are: until it is changed, or leaves the cache. */
const boardAnswers = new WeakMap<Board, Map<Role, BoardAnswer>>();
const wholeBoards = new WeakMap<Board, WholeBoard>();
const kept = new WeakSet<object>();

/** Whether an answer is the same object each time it is given, so that its bytes, too, need to be made only once. */
export function isKeptAnswer(answer: unknown): answer is object {
  return typeof answer === 'object' && answer !== null && kept.has(answer);
}

/** The board as the web app wants it: one object for each version and role. */
export function boardAnswer(board: Board, role: Role): BoardAnswer {
  const ofBoard = boardAnswers.get(board) ?? new Map<Role, BoardAnswer>();
  boardAnswers.set(board, ofBoard);
  const answer = ofBoard.get(role) ?? { ...snapshotOf(board), role };
  ofBoard.set(role, answer);
  kept.add(answer);
  return answer;
}

/** The board in the shape of the first contract: one object for each version. */
export function wholeBoardAnswer(board: Board): WholeBoard {
  const answer = wholeBoards.get(board) ?? wholeBoardOf(snapshotOf(board));
  wholeBoards.set(board, answer);
  kept.add(answer);
  return answer;
}
