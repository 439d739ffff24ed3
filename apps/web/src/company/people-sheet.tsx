import { useId } from 'react';
import { useCardRoute } from '../card/use-card-route';
import { Dialog } from '../ui/dialog';
import { PeoplePage } from './people-page';

/** Who is on this board, over it. */
export function PeopleSheet() {
  const headingId = useId();
  const { close } = useCardRoute();
  return (
    <Dialog open onClose={close} labelledBy={headingId} variant="sheet">
      <PeoplePage headingId={headingId} onClose={close} />
    </Dialog>
  );
}
