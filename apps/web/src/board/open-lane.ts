import type { Id } from '@talkan/board/model';
import { soon } from '../ui/soon';
import type { BoardUi } from './board-ui';
import type { LaneHandle } from './drag/lanes';

/** The lane of a column once its cards can be reached, which is opened where it is collapsed; `null`: it does not come. */
export function openLane({ lanes }: Pick<BoardUi, 'lanes'>, columnId: Id): Promise<LaneHandle | null> {
  lanes.get(columnId)?.unfold?.();
  return soon(() => {
    const lane = lanes.get(columnId);
    return lane && !lane.unfold && !lane.scroller.closest('[inert]') ? lane : null;
  });
}
