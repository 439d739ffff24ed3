/** A host as it is bound or compared: lower case, an IPv6 address without its brackets. */
export function hostOf(value: string): string {
  const host = value.toLowerCase();
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
}

/** Whether only this machine can reach the host. */
export function isLoopback(value: string): boolean {
  const host = hostOf(value);
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
