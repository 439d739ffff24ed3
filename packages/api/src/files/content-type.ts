/** As much of a file as its type is read from. */
export const HEAD_BYTES = 4096;

export const UNKNOWN_TYPE = 'application/octet-stream';
const TEXT = 'text/plain';

interface Signature {
  readonly type: string;
  readonly at: number;
  readonly bytes: string;
}

/**
 * What people put on cards, by the bytes that it begins with. A table of our own: what decides over safety are the five images that may be shown in the
 * page, and a library for hundreds of types would read strangers' files with far more code to be wrong in. SVG, HTML and scripts are plain text here, on purpose.
 */
const SIGNATURES: readonly Signature[] = [
  { type: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'image/gif', at: 0, bytes: 'GIF87a' },
  { type: 'image/gif', at: 0, bytes: 'GIF89a' },
  { type: 'image/webp', at: 8, bytes: 'WEBP' },
  { type: 'image/avif', at: 4, bytes: 'ftypavif' },
  { type: 'image/avif', at: 4, bytes: 'ftypavis' },
  { type: 'image/heic', at: 4, bytes: 'ftyphei' },
  { type: 'image/tiff', at: 0, bytes: 'II*\0' },
  { type: 'image/tiff', at: 0, bytes: 'MM\0*' },
  { type: 'video/quicktime', at: 4, bytes: 'ftypqt' },
  { type: 'audio/mp4', at: 4, bytes: 'ftypM4A' },
  { type: 'video/mp4', at: 4, bytes: 'ftyp' },
  { type: 'video/webm', at: 0, bytes: '\x1a\x45\xdf\xa3' },
  { type: 'audio/wav', at: 8, bytes: 'WAVE' },
  { type: 'video/x-msvideo', at: 8, bytes: 'AVI ' },
  { type: 'audio/mpeg', at: 0, bytes: 'ID3' },
  { type: 'audio/mpeg', at: 0, bytes: '\xff\xfb' },
  { type: 'audio/ogg', at: 0, bytes: 'OggS' },
  { type: 'audio/flac', at: 0, bytes: 'fLaC' },
  { type: 'application/pdf', at: 0, bytes: '%PDF-' },
  { type: 'application/zip', at: 0, bytes: 'PK\x03\x04' },
  { type: 'application/zip', at: 0, bytes: 'PK\x05\x06' },
  { type: 'application/gzip', at: 0, bytes: '\x1f\x8b' },
  { type: 'application/x-7z-compressed', at: 0, bytes: '7z\xbc\xaf\x27\x1c' },
  { type: 'application/vnd.rar', at: 0, bytes: 'Rar!\x1a\x07' },
  { type: 'application/vnd.ms-office', at: 0, bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
];

/** The content type by the content's first bytes, of which `head` has `HEAD_BYTES` or all. What a client says of it is not asked. */
export function contentTypeOf(head: Buffer): string {
  const found = SIGNATURES.find(({ at, bytes }) => head.toString('latin1', at, at + bytes.length) === bytes);
  if (found !== undefined) return found.type;
  return head.length > 0 && isText(head) ? TEXT : UNKNOWN_TYPE;
}

const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** Whether browsers draw this type as an image, and nothing in it can run. */
export function isShownImage(type: string): boolean {
  return SHOWN.has(type);
}

const SPACE = 0x20;
// Of what stands below the space texts have tab, line feed, form feed, carriage return and escape.
const IN_TEXTS = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b]);

function isText(head: Buffer): boolean {
  if (head.some((byte) => byte < SPACE && !IN_TEXTS.has(byte))) return false;
  try {
    // A character may be cut off at the end of the head.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
