/** What drags: asked for while the board is drawn, to be there when that stands. */
export const loadHand = () => import('./hand');
