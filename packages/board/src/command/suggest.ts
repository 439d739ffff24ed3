import { atLeast } from '../roles.js';
import type { CommandContext } from './command.js';

const MOST_EXAMPLES = 6;

/** Commands and questions that make sense on this board as it is, the plainest first. */
export function examplesFor({ board, people, role }: CommandContext): readonly string[] {
  const columns = board.columns();
  const filled = columns.find(({ id }) => board.cardsIn(id).length > 0);
  const card = filled && board.cardsIn(filled.id)[0];
  const name = card && `${board.key}-${card.number}`;
  const [first] = columns;
  const other = columns.find(({ id }) => id !== card?.columnId);
  const person = people.at(-1)?.name;
  const asked = ['what is overdue?', ...(filled ? [`what is in ${filled.title}?`] : []), 'what should I do next?'];
  if (!atLeast(role, 'editor')) return asked;
  return [
    ...(first ? [`add "Call the printer" to ${first.title}`] : ['add column Backlog']),
    ...(name !== undefined && other ? [`move ${name} to ${other.title}`] : []),
    'what is overdue?',
    ...(name !== undefined && person !== undefined ? [`assign ${name} to ${person}`] : []),
    ...(name === undefined ? [] : [`${name} is due on Friday`]),
    ...asked.slice(1),
    'undo',
  ].slice(0, MOST_EXAMPLES);
}

/** Three of them. */
export function suggestFor(context: CommandContext): readonly string[] {
  return examplesFor(context).slice(0, 3);
}
