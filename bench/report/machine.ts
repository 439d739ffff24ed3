import { statfsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  0xef53: 'ext4',
  0x9123683e: 'btrfs',
  0x58465342: 'xfs',
  0x01021994: 'tmpfs',
  0x794c7630: 'overlay',
  0x2fc12fc1: 'zfs',
  0x1a: 'apfs',
};

/** What the figures were measured on, in one line; with how busy it was before, for a busy machine measures other figures. */
export function machineLine(folder: string): string {
  const { type } = statfsSync(folder);
  const memory = Math.round(totalmem() / 2 ** 30);
  const cpu = cpus()[0]?.model.trim() ?? 'unknown CPU';
  const fileSystem = FILE_SYSTEMS[type] ?? `file system 0x${type.toString(16)}`;
  return `${cpu}, ${availableParallelism()} cores, ${memory} GiB, Node ${process.version}, ${process.platform} ${process.arch}, ${fileSystem}; load average before: ${loadavg()[0]?.toFixed(1)}.`;
}
