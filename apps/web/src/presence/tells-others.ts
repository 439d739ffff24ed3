import { keptChoice } from '../ui/choice';

/** Whether a screen reader is told what others change. */
export const tellsOthers = keptChoice('talkan:tells-others', ['on', 'off']);
