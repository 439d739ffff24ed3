import { randomUUID } from 'node:crypto';
import { LIMITS } from '@talkan/board/limits';
import type { Board, Column } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { refuseRole } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { readBoard } from '../../boards/load.js';
import type { Services } from '../../context.js';
import { saidIn, type ChatRequest, type GivenAnswer } from '../chat-request.js';
import { commandReply } from '../commit-turn.js';
import { fromPasted } from '../policy.js';
import { propose } from '../proposals/propose.js';

/** More cards than this nobody looks through before they say yes. */
const MOST_CARDS = 100;
/** A longer line is no title. */
const MOST_TITLE = 200;
const BULLET = /^\s*(?:[-*+•◦‣–—]|\d{1,3}[.)]|[a-z][.)])\s+(?:\[[ xX]?\]\s*)?(?<text>\S.*)$/u;
const NO_COLUMN = () => t`There is no column on this board to put cards into. Add one first.`;
const NO_LIST = () =>
  t`Without a model I can make cards of a list, one for each line, and nothing else of a text. Paste lines that begin with “-”, or add cards one by one.`;

/** Without a model: makes a card of each line of a list that somebody has pasted, once they say yes. */
export async function answerPasted(services: Services, request: ChatRequest, pasted: string): Promise<GivenAnswer> {
  const { boardId, membership } = request;
  const board = await readBoard(services, boardId, membership.seq);
  const titles = titlesIn(pasted);
  const column = columnFor(board, saidIn(request));
  const note =
    refuseRole(membership.role, 'editor')?.message ?? (titles.length === 0 ? NO_LIST() : column ? null : NO_COLUMN());
  if (note !== null || column === undefined) return inWords(note ?? NO_COLUMN());
  const operations = titles.map((title): Operation => {
    return { type: 'card.create', cardId: randomUUID(), columnId: column.id, title };
  });
  const proposed = await propose(services, request, { board, operations, reason: fromPasted(), origin: 'command' });
  return { ...proposed, command: commandReply({}), facts: null };
}

function inWords(note: string): GivenAnswer {
  return { message: note, note, change: null, proposal: null, command: commandReply({}), facts: null };
}

/** The points of a list; where nothing is marked as one, all lines that could be titles. */
export function titlesIn(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/u);
  const points = lines.flatMap((line) => BULLET.exec(line)?.groups?.['text'] ?? []);
  const wanted = points.length > 0 ? points : lines;
  const titles = wanted.map((line) => line.trim().toWellFormed()).filter((line) => /[\p{L}\p{N}]/u.test(line));
  return titles.filter(({ length }) => length <= Math.min(MOST_TITLE, LIMITS.title)).slice(0, MOST_CARDS);
}

/** The column that the words name, else the first one. */
function columnFor(board: Board, said: string): Column | undefined {
  const words = said.toLowerCase();
  const named = board.columns().filter(({ title }) => words.includes(title.toLowerCase()));
  const [longest] = named.toSorted((one, other) => other.title.length - one.title.length);
  return longest ?? board.columns()[0];
}
