/** Longest text that the inner form is shown with; pictures are longer by far. */
const longest = 400;

/** The inner form of an item as indented JSON, with long values cut and their length told. */
export function innerFormText(content: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(content, (_key, value: unknown) => shortened(value), 2);
}

function shortened(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= longest) return value;
  return `${value.slice(0, 60)}… (${String(value.length)})`;
}

/** First characters in Base64 of the pictures that every browser shows, and their types. */
const pictures: readonly (readonly [string, string])[] = [
  ['/9j/', 'image/jpeg'],
  ['iVBORw0KGgo', 'image/png'],
  ['R0lGOD', 'image/gif'],
  ['UklGR', 'image/webp'],
  ['Qk', 'image/bmp'],
];

/**
 * The picture inside of an item's content as a `data:` address. Null where there is none, or none
 * that a browser shows; what it is, is told by its octets and not by what a phone called it.
 */
export function pictureOf(content: Readonly<Record<string, unknown>>): string | null {
  const photo = content['photo'];
  if (typeof photo !== 'object' || photo === null || !('data' in photo)) return null;
  const { data } = photo;
  if (typeof data !== 'string' || !/^[A-Za-z0-9+/]+={0,2}$/u.test(data)) return null;
  const type = pictures.find(([start]) => data.startsWith(start))?.[1];
  return type === undefined ? null : `data:${type};base64,${data}`;
}
