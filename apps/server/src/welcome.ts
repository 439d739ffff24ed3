import { isReachable, type Config } from './config.js';

interface Started {
  readonly config: Config;
  readonly port: number;
  readonly demoLogin: boolean;
}

/** What whoever has started the server reads. */
export function welcome({ config, port, demoLogin }: Started): string {
  const lines = [`Talkan is ready: ${config.publicUrl ?? localAddress(config.host, port)}`];
  if (config.publicUrl !== null) lines.push(`On this machine: ${localAddress(config.host, port)}`);
  if (demoLogin)
    lines.push('Sign in as “user” with the password “password”, and change it before others use this board.');
  if (isReachable(config) && config.publicUrl === null) {
    lines.push(
      'Under another name than this machine’s own it answers only with PUBLIC_URL set to the address that people type.',
    );
  }
  if (config.model === null) {
    lines.push(
      'Without a language model the assistant understands plain commands. Choose one in its settings, in the account menu, or in .env.',
    );
  }
  return `${lines.join('\n')}\n`;
}

function localAddress(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  if (everywhere) return `http://127.0.0.1:${port}`;
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}
