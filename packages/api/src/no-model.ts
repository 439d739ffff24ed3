/** For whoever talks to a board on a server that has no model: what is understood all the same, and what takes one. */
export const NO_MODEL =
  'Plain commands and questions are understood here as they are. To talk freely, set AI_API_KEY or OPENROUTER_API_KEY in .env (and AI_BASE_URL and AI_MODEL where it is not OpenRouter’s), then start Talkan again.';
