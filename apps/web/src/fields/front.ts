import { CardFailure, CardTrace } from '../board/card-foot';
import type { FrontParts } from '../board/front';
import { ArrivingCard, ArrivingLane, ColumnGhost, GhostFoot } from '../board/ghost-parts';
import { KeyHint } from '../board/key-hint';
import { RenameColumn } from '../board/rename-column';
import { TitleField } from '../board/title-field';
import { CardFacts } from './card-facts';
import { Weight } from './front-parts';

/** What is drawn of cards once the board stands. */
export const FRONT: FrontParts = {
  ArrivingCard,
  ArrivingLane,
  CardFacts,
  CardFailure,
  CardTrace,
  ColumnGhost,
  GhostFoot,
  KeyHint,
  RenameColumn,
  TitleField,
  Weight,
};
