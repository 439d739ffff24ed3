import type { Result } from './heat.ts';
import type { MemoryFigures } from './memory.ts';
import type { SearchFigures } from './search.ts';
import type { SignIns } from './sign-ins.ts';
import type { StartTimes } from './start.ts';
import type { LiveFigures } from './watchers.ts';

/** All that a run has measured; null is what it was not asked for. */
export interface Figures {
  readonly results: readonly Result[];
  readonly watchers: LiveFigures | null;
  readonly memory: MemoryFigures | null;
  readonly start: StartTimes | null;
  readonly signIns: SignIns | null;
  readonly search: SearchFigures | null;
}
