/** What is told by one line of strace, as far as it matters here. */
export type Call =
  /** Bytes that came in on a connection. */
  | { readonly kind: 'received'; readonly connection: string; readonly text: string }
  /** Bytes that left on a connection. */
  | { readonly kind: 'sent'; readonly connection: string; readonly text: string }
  /** Bytes that were laid into the write-ahead log. */
  | { readonly kind: 'logged'; readonly text: string }
  /** The write-ahead log is on the disk. */
  | { readonly kind: 'synced' };

/** The system calls that are to be traced. */
export const TRACED =
  'read,recvfrom,recvmsg,readv,write,writev,sendto,sendmsg,pwrite64,pwritev,fsync,fdatasync,sync_file_range';

const LINE = /^(?<pid>\d+) +(?:<\.\.\. (?<resumed>\w+) resumed>)?(?<rest>.*)$/;
const UNFINISHED = / <unfinished \.\.\.>$/;
const CALL = /^(?<name>\w+)\(\d+<(?<file>(?:->|[^>])*)>(?<rest>.*)$/;
const RESULT = /\) += (?<result>-?\d+)/;

/** The calls in the order in which they were over: one that was interrupted by another thread’s counts when it is resumed. */
export function readTrace(text: string): Call[] {
  const begun = new Map<string, string>();
  const calls: Call[] = [];
  for (const line of text.split('\n')) {
    const { pid = '', resumed, rest = '' } = LINE.exec(line)?.groups ?? {};
    if (UNFINISHED.test(rest)) {
      begun.set(pid, rest.replace(UNFINISHED, ''));
      continue;
    }
    const call = callOf(resumed === undefined ? rest : (begun.get(pid) ?? '') + rest);
    if (resumed !== undefined) begun.delete(pid);
    if (call) calls.push(call);
  }
  return calls;
}

function callOf(text: string): Call | null {
  const { name = '', file = '', rest = '' } = CALL.exec(text)?.groups ?? {};
  const result = Number(RESULT.exec(rest)?.groups?.['result'] ?? -1);
  if (result < 0) return null;
  if (file.startsWith('TCP')) {
    const kind = /^(?:read|recv)/.test(name) ? 'received' : 'sent';
    return { kind, connection: file, text: rest };
  }
  if (!file.endsWith('-wal')) return null;
  if (name.startsWith('pwrite') || name === 'write' || name === 'writev') return { kind: 'logged', text: rest };
  return name === 'fsync' || name === 'fdatasync' ? { kind: 'synced' } : null;
}

/**
 * What is wrong with how a change was acknowledged: between its request and the first byte of the answer its row must have been laid into
 * the log, and the log must have been synced after that.
 */
export function faultOf(calls: readonly Call[], changeId: string): string | null {
  const arrived = calls.findIndex((call) => call.kind === 'received' && call.text.includes(changeId));
  const request = calls[arrived];
  if (request?.kind !== 'received') return `${changeId}: its request was not seen.`;
  const { connection } = request;
  const answered = calls.findIndex(
    (call, at) => at > arrived && call.kind === 'sent' && call.connection === connection,
  );
  if (answered < 0) return `${changeId}: its answer was not seen.`;
  const meanwhile = calls.slice(arrived, answered);
  const logged = meanwhile.findIndex((call) => call.kind === 'logged' && call.text.includes(changeId));
  if (logged < 0) return `${changeId} was acknowledged before it was laid into the log.`;
  const synced = meanwhile.findIndex((call, at) => at > logged && call.kind === 'synced');
  return synced < 0 ? `${changeId} was acknowledged before the log was synced.` : null;
}
