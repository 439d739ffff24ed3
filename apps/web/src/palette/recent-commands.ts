import { isString, keptList } from '../ui/kept-list';

/** The commands that this person has given in this browser. */
export const recentCommands = keptList({ name: 'recent-commands', most: 5, isOne: isString });
