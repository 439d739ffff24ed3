/** What keeps the queue in this browser: asked for before there is a board, so that the board need not wait for it. */
export const offline = import('../offline/offline');

// Who waits for it says what happens without it.
offline.catch(() => {});

const fetchKept = () => import('../offline/kept');
let kept: ReturnType<typeof fetchKept> | undefined;

/**
 * What keeps a board in this browser, and the app itself. One promise for all: who asks first is served first, and what the server says of
 * boards is kept for the person that it named before.
 */
export function loadKept(): ReturnType<typeof fetchKept> {
  kept ??= fetchKept().catch((error: unknown) => {
    kept = undefined;
    throw error;
  });
  return kept;
}

/** The page comes first: by then it stands. */
export const KEPT_LATER_MS = 2500;
