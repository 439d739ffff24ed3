/** Where the link of an invitation leads. */
export const JOIN_PATH = '/join';
