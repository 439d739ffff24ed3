/** What keeps the queue in this browser: asked for before there is a board, so that the board need not wait for it. */
export const offline = import('../offline/offline');

// Who waits for it says what happens without it.
offline.catch(() => {});

/** What keeps a board in this browser, and the app itself. */
export const loadKept = () => import('../offline/kept');

/** The page comes first: by then it stands. */
export const KEPT_LATER_MS = 2500;
