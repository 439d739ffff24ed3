import type { Id } from '../../model.js';
import { addDays } from '../calendar.js';
import type { LogLine } from '../command.js';
import { clockOf } from '../days.js';
import { isIn, type Past } from '../find-past.js';
import type { Scene } from '../scene.js';
import { answer, capital, nameOf, onDate, type Answer } from './say.js';

const MOST_LINES = 10;

export function hasHistory({ context }: Scene): boolean {
  return context.log.length > 0 || context.board.seq === 0;
}

export function linesIn(scene: Scene, past: Past): readonly LogLine[] {
  return scene.context.log.filter(({ at }) => isIn(scene, past, at));
}

/** “The history at hand begins on …”, where it does not reach back to the first of the days. */
export function reach(scene: Scene, first: string | null): string {
  const { log } = scene.context;
  const oldest = log.at(-1);
  if (!oldest || oldest.seq <= 1) return '';
  if (first !== null && clockOf(scene.context).dayOf(oldest.at) < first) return '';
  return ` The history at hand goes back to what was done ${onDate(scene, oldest.at)}.`;
}

/** A line as it stands in an answer: “Ana, today at 9:30: Moved …”. */
export function tellLine(scene: Scene, { actorId, at, sentence }: LogLine): string {
  return `${capital(nameOf(scene, actorId))}, ${onDate(scene, at)}: ${sentence}`;
}

/** Lines of the history, the oldest first, and the cards that they are about. */
export function tellLines(
  scene: Scene,
  lines: readonly LogLine[],
  { head, first }: { head: string; first: string | null },
): Answer {
  const shown = lines.slice(0, MOST_LINES).toReversed();
  const more = lines.length > MOST_LINES ? `\nThere are ${lines.length - MOST_LINES} earlier ones.` : '';
  const ids = [...new Set(shown.flatMap(({ cardIds }) => cardIds))];
  const text = shown.map((line) => `- ${tellLine(scene, line)}`).join('\n');
  return answer(`${head}\n${text}${more}${reach(scene, first)}`, ids);
}

interface Done {
  readonly verb: 'changed' | 'created' | 'finished' | 'made';
  readonly what: string | null;
  readonly isOne: boolean;
  readonly person: Id | undefined;
}

/** “3 cards were finished”, “Ana finished 3 cards”, “nothing was finished”. */
export function sayDone(scene: Scene, { verb, what, isOne, person }: Done): string {
  if (person !== undefined) return `${capital(nameOf(scene, person))} ${verb} ${what ?? 'nothing'}`;
  return `${what ?? 'Nothing'} ${what === null || isOne ? 'was' : 'were'} ${verb}`;
}

/** The cards that came into a column of done ones then, and are still there. */
export function finishedIn(scene: Scene, lines: readonly LogLine[]): readonly Id[] {
  const { board } = scene;
  const isDone = (id: Id | null) => id !== null && board.column(id)?.done === true;
  const moved = lines.toReversed().flatMap(({ moves }) => moves.filter(({ from, to }) => isDone(to) && !isDone(from)));
  const ids = new Set(moved.map(({ cardId }) => cardId));
  return [...ids].filter((id) => isDone(board.card(id)?.columnId ?? null));
}

/** All days that the history at hand tells of. */
export function everOf(scene: Scene): Past {
  const clock = clockOf(scene.context);
  const today = clock.dayOf(clock.now);
  return { first: '0000-01-01', last: addDays(today, 1), words: 'so far' };
}
