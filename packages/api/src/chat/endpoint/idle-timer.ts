import { t } from '@talkan/words/words';
import { modelTimedOut } from './failure.js';

/** Aborts when nothing was heard for a while. */
export interface IdleTimer {
  readonly signal: AbortSignal;
  /** Something was heard: waits anew, from now on only `ms` long where given. */
  readonly touch: (ms?: number) => void;
  readonly stop: () => void;
}

export function createIdleTimer(idleMs: number): IdleTimer {
  const controller = new AbortController();
  let patience = idleMs;
  const expire = (): void => {
    controller.abort(modelTimedOut(t`The model sent nothing for ${Math.ceil(idleMs / 1000)} seconds. Try again.`));
  };
  let timer = setTimeout(expire, patience);
  return {
    signal: controller.signal,
    touch(ms) {
      patience = ms === undefined ? patience : Math.min(patience, ms);
      clearTimeout(timer);
      timer = setTimeout(expire, patience);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
