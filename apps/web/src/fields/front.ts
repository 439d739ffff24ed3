import { CardFailure, CardTrace } from '../board/card-foot';
import type { FrontParts } from '../board/front';
import { ArrivingCard, ArrivingLane, ColumnGhost, GhostFoot } from '../board/ghost-parts';
import { CardFacts } from './card-facts';
import { FieldKeys } from './field-keys';
import { Weight } from './front-parts';

/** What is drawn of cards once the board stands. */
export const FRONT: FrontParts = {
  ArrivingCard,
  ArrivingLane,
  CardFacts,
  CardFailure,
  CardTrace,
  ColumnGhost,
  FieldKeys,
  GhostFoot,
  Weight,
};
