import { t } from '@talkan/words/words';
import { codeOf } from '../db/file-problem.js';

/** Why an endpoint could not be reached, as a sentence that says what to do. Nothing of the error’s own words is in it. */
export function reasonUnreached(error: unknown, baseUrl: string): string {
  const url = URL.parse(baseUrl);
  const place = url?.host ?? 'the endpoint';
  const host = url?.hostname ?? place;
  const code = codeIn(error);
  if (code === 'ECONNREFUSED') {
    return `Nothing answers at ${place}. Start the model’s server there, or correct the address.${CONTAINED.has(host) ? CONTAINER : ''}`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return t`There is no host ${host} to be found from this server. Check the address for a slip, and the server’s network.`;
  }
  if (code.startsWith('ERR_SSL') || code === 'EPROTO') {
    return t`${place} does not speak https. Begin the address with http://, or use the port that does.`;
  }
  if (CERTIFICATE.test(code)) {
    return t`The certificate of ${place} is not one that this server trusts. Use the name that it is made out to, or have Node trust its issuer (NODE_EXTRA_CA_CERTS).`;
  }
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH') {
    return t`There is no way from this server to ${place}. Check the address and the server’s network.`;
  }
  if (isTimeOut(error) || code === 'ETIMEDOUT' || code === 'UND_ERR_CONNECT_TIMEOUT') {
    return t`${place} does not answer. Check the address, and whether a firewall is in between.`;
  }
  return t`${place} broke off, or does not speak http. Check the address and its port.`;
}

const CONTAINED = new Set(['localhost', '127.0.0.1', '[::1]']);
const CONTAINER = ' Where Talkan runs in a container, that address is the container’s own.';
const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:VERIFY|GET_ISSUER))/u;

function codeIn(error: unknown): string {
  const code = codeOf(error);
  return code === '' && error instanceof Error && error.cause !== undefined ? codeIn(error.cause) : code;
}

function isTimeOut(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}
