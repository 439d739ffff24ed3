/** Which model the assistant asks, for owners of this Talkan. */
export const ASSISTANT_SETTINGS_PATH = '/settings/assistant';
