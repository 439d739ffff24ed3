import { t } from '@talkan/words/words';
import { keysOf } from '../keys/single-keys';
import { showKeys } from '../ui/keys';
import type { StepId } from './steps';

export const NAMES: Readonly<Record<StepId, string>> = {
  move: t`Move a card to another column`,
  edit: t`Open a card and change its words`,
  ask: t`Tell the assistant what to do`,
  undo: t`Undo something`,
  invite: t`Invite somebody`,
};

/** How a step is taken on this screen. */
export function hintOf(step: StepId, { isPhone, boardKey }: { isPhone: boolean; boardKey: string }): string {
  switch (step) {
    case 'move':
      return isPhone
        ? t`Hold one for a moment, then drag it.`
        : t`Drag it. Or press Space, the arrow keys, and Space again.`;
    case 'edit':
      return isPhone ? t`Tap it and type: it is saved as you go.` : t`Click it and type: it is saved as you go.`;
    case 'ask':
      return t`Try: move ${`${boardKey}-2`} to Done`;
    case 'undo':
      return isPhone
        ? t`The arrow at the top takes back your last change.`
        : t`The arrow at the top takes back your last change. So does ${showKeys(keysOf('undo'))}.`;
    case 'invite':
      return t`Make a link and send it. Whoever opens it is on the board.`;
  }
}
