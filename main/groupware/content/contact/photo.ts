import type { Photo } from '../item.ts';
import { isBinary, paramValue, type Line } from '../vobject/line.ts';

const dataUri = /^data:([a-z0-9.+/-]*)(?:;[^,]*)?;base64,/i;

/** Reads PHOTO of any vCard version; undefined when it is neither a picture nor an address. */
export function readPhoto(line: Line): Photo | undefined {
  const value = line.value.trim();
  if (isBinary(line.params)) return withData(value, paramValue(line.params, 'TYPE'));
  const inline = dataUri.exec(value.slice(0, 200));
  if (inline !== null) return withData(value.slice(inline[0].length), inline[1]);
  return /^[a-z][a-z0-9+.-]{1,20}:/i.test(value) ? { url: value } : undefined;
}

/** `JPEG` of `image/jpeg`. */
export function imageTypeOf(mediaType: string): string {
  return mediaType.replace(/^image\//i, '').toUpperCase();
}

function withData(base64: string, type: string | undefined): Photo | undefined {
  const data = Buffer.from(base64, 'base64').toString('base64');
  if (data === '') return undefined;
  const mediaType = mediaTypeOf(type) ?? sniff(data);
  return mediaType === undefined ? { data } : { data, mediaType };
}

function mediaTypeOf(type: string | undefined): string | undefined {
  const word = type?.trim().toLowerCase() ?? '';
  if (word === '') return undefined;
  if (word.includes('/')) return word;
  return `image/${word === 'jpg' ? 'jpeg' : word}`;
}

/** First octets of the picture types that phones take. */
function sniff(base64: string): string | undefined {
  if (base64.startsWith('/9j/')) return 'image/jpeg';
  if (base64.startsWith('iVBOR')) return 'image/png';
  if (base64.startsWith('R0lGOD')) return 'image/gif';
  return base64.startsWith('Qk') ? 'image/bmp' : undefined;
}
