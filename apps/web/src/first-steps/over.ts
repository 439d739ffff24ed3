/** What is kept of the first steps once they are taken, or not wanted. */
export const OVER = 'over';
