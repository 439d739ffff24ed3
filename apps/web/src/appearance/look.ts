import { keptChoice } from '../ui/choice';

// By these names `first-paint.ts` reads them.
export const theme = keptChoice('talkan:theme', ['system', 'light', 'dark']);
export const contrast = keptChoice('talkan:contrast', ['system', 'more']);
