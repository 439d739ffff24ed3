/** What somebody was told of, on all boards. */
export const NOTICES_PATH = '/notices';
