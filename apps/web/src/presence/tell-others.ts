import type { Board, Id } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import { t } from '@talkan/words/words';
import { sayHeard } from './others-words';

export interface TellerOptions {
  readonly board: () => Board;
  /** Who that is, as far as it is known on this page. */
  readonly nameOf: (userId: Id) => string | undefined;
  /** Whether anybody would hear it, and wants to. */
  readonly isWanted: () => boolean;
  /** Whether somebody types, or has something in the hand: they are not talked into. */
  readonly isBusy: () => boolean;
  readonly say: (sentence: string) => void;
}

interface HeardChange {
  readonly actorId: Id;
  readonly patches: readonly Patch[];
}

/** Says what others do, quietly: what comes together in one sentence, and no sentence soon after another one. */
export interface OthersTeller {
  readonly hear: (change: HeardChange) => void;
  stop(): void;
}

/** What belongs together has come by then. */
const TOGETHER_MS = 1000;
const AT_MOST_EVERY_MS = 6000;
const LOOK_AGAIN_MS = 1000;

export function createOthersTeller({ board, nameOf, isWanted, isBusy, say }: TellerOptions): OthersTeller {
  let heard: HeardChange[] = [];
  let saidAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    timer = undefined;
    if (!isWanted()) heard = [];
    if (heard.length === 0) return;
    if (isBusy()) {
      timer = setTimeout(tell, LOOK_AGAIN_MS);
      return;
    }
    const named = heard.map(({ actorId, patches }) => ({ name: nameOf(actorId) ?? t`Somebody`, patches }));
    const sentence = sayHeard(board(), named);
    heard = [];
    if (sentence === '') return;
    say(sentence);
    saidAt = Date.now();
  }

  return {
    hear(change) {
      if (change.patches.length === 0 || !isWanted()) return;
      heard.push(change);
      timer ??= setTimeout(tell, Math.max(TOGETHER_MS, saidAt + AT_MOST_EVERY_MS - Date.now()));
    },
    stop: () => clearTimeout(timer),
  };
}
