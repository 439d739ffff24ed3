import type { CommandArchive, CommandContext, CommandPerson, Talk } from '@talkan/board/command/command';
import type { Id } from '@talkan/board/model';
import type { BoardState } from '../sync/board-state';

interface Speaking {
  readonly actorId: Id;
  readonly people: readonly CommandPerson[];
  readonly talk: Talk;
  /** What all ids begin with that are made: what is understood again a moment later is the same card on the screen. */
  readonly seed: Id;
}

/** Where this browser is, and how dates are written there. */
export function ownDates(): Pick<CommandContext, 'timeZone' | 'dateOrder'> {
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  return { timeZone, dateOrder: /^en-US|^en$/u.test(locale) ? 'mdy' : 'dmy' };
}

/** One for all: what is made of an archive is kept by it. */
const ELSEWHERE: CommandArchive = { cards: [], columns: [], isElsewhere: true };

/** What a command that is typed on this page is understood with. The archive and the log are the server's: what needs them is refused here. */
export function commandContext(
  { board, whole, role }: BoardState,
  { actorId, people, talk, seed }: Speaking,
): Omit<CommandContext, 'readCalendarDay' | 'more'> {
  let made = 0;
  return {
    board: whole ?? board,
    actorId,
    role,
    people,
    now: new Date().toISOString(),
    ...ownDates(),
    newId: () => `${seed}-${(made += 1)}`,
    archive: ELSEWHERE,
    log: [],
    talk,
  };
}
