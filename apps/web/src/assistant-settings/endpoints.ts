/** Endpoints that need only be named to be known. */
export const ENDPOINTS = [
  { name: 'OpenRouter', baseUrl: 'https://openrouter.ai/api/v1', model: 'openai/gpt-oss-120b' },
  { name: 'OpenAI', baseUrl: 'https://api.openai.com/v1', model: 'gpt-5-mini' },
  { name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1', model: 'qwen3:8b' },
  { name: 'llama.cpp', baseUrl: 'http://127.0.0.1:8080/v1', model: 'default' },
  { name: 'vLLM', baseUrl: 'http://127.0.0.1:8000/v1', model: 'Qwen/Qwen3-8B' },
] as const;

/** What the name of a model looks like there. */
export function exampleModel(baseUrl: string): string {
  return ENDPOINTS.find((endpoint) => isSameEndpoint(endpoint.baseUrl, baseUrl))?.model ?? ENDPOINTS[0].model;
}

/** As the server compares them: a key is kept for one endpoint alone. */
export function isSameEndpoint(one: string, other: string): boolean {
  return normalise(one) === normalise(other);
}

function normalise(value: string): string {
  const url = URL.parse(value.trim());
  return url ? url.origin + url.pathname.replace(/\/+$/u, '').replace(/\/chat\/completions$/u, '') : value.trim();
}

/** Where what is asked goes to. `null`: that is no address. */
export function hostOf(baseUrl: string): string | null {
  const url = URL.parse(baseUrl.trim());
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.host : null;
}

/** Whether it is on the machine that Talkan runs on. */
export function isLoopback(baseUrl: string): boolean {
  const host = URL.parse(baseUrl.trim())?.hostname ?? '';
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

/** Whether what is sent there can be read on its way. */
export function isOpenToReaders(baseUrl: string): boolean {
  return URL.parse(baseUrl.trim())?.protocol === 'http:' && !isLoopback(baseUrl);
}
