/** For whoever asks the assistant on a server that has no model for it. */
export const NO_MODEL =
  'The assistant needs a language model: set AI_API_KEY or OPENROUTER_API_KEY in .env (and AI_BASE_URL and AI_MODEL where it is not OpenRouter’s), then start Talkan again.';
