import type { CommandContext } from './command.js';

/** Three commands that would work on this board as it is. */
export function suggestFor({ board }: CommandContext): readonly string[] {
  const columns = board.columns();
  const filled = columns.find(({ id }) => board.cardsIn(id).length > 0);
  const card = filled && board.cardsIn(filled.id)[0];
  const [first] = columns;
  const other = columns.find(({ id }) => id !== card?.columnId);
  return [
    ...(first ? [`add "Call the printer" to ${first.title}`] : ['add column Backlog']),
    ...(card && other ? [`move ${board.key}-${card.number} to ${other.title}`] : []),
    'what is overdue?',
    'undo',
  ].slice(0, 3);
}
