import { building } from './boards/building.ts';
import { home } from './boards/home.ts';
import { marketing } from './boards/marketing.ts';
import { software } from './boards/software.ts';
import { support } from './boards/support.ts';
import type { BoardName } from './expect.ts';
import type { Script } from './script.ts';
import { worldOf, type World } from './world.ts';

export const SCRIPTS: Readonly<Record<BoardName, Script>> = { building, home, marketing, software, support };

const made = new Map<BoardName, World>();

/** The board as it is before anything is said. */
export function boardNamed(name: BoardName): World {
  const known = made.get(name);
  if (known) return known;
  const world = worldOf(SCRIPTS[name]);
  made.set(name, world);
  return world;
}
