import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What nothing holds is gone afterwards. */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  // What a task has seen of a weak reference stays until its end.
  await setTimeout(0);
  runInNewContext('gc')();
}
