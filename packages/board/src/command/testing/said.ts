import { decideChange } from '../../decide.js';
import type { Board } from '../../model.js';
import { isRefusal } from '../../refusal.js';
import { loadedFrom } from '../archived.js';
import type { CommandContext } from '../command.js';
import { understand } from '../understand.js';

/** What a text comes to, in one line: what would be done, `? ` with what can be chosen, or `! ` with why not. */
export function told(text: string, context: CommandContext): string {
  const understood = understand(text, context);
  switch (understood.kind) {
    case 'change':
      return understood.sentences.join(' ');
    case 'ask':
      return `? ${understood.asked.choices.map(({ words }) => understood.asked.before + words + understood.asked.after).join(' | ')}`;
    case 'refused':
      return `! ${understood.reason}`;
    case 'answer':
      return understood.text;
    case 'undo':
    case 'redo':
    case 'filter':
      return understood.sentence;
  }
}

/** The board after what a text says; as it was where nothing is done. */
export function boardAfter(text: string, context: CommandContext): Board {
  const understood = understand(text, context);
  if (understood.kind !== 'change') return context.board;
  const { actorId, role, now, people } = context;
  const decision = decideChange(context.board, understood.operations, {
    actorId,
    role,
    now,
    loaded: loadedFrom(context),
    people: new Set(people.map(({ id }) => id)),
  });
  return isRefusal(decision) ? context.board : decision.board;
}

/** The titles in a column, from the top. */
export function titlesIn(board: Board, column: string): readonly string[] {
  const found = board.columns().find(({ title }) => title === column);
  return found ? board.cardsIn(found.id).map(({ title }) => title) : [];
}
