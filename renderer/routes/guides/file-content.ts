/** A file as the services hand it over. */
interface FileText {
  readonly encoding: 'utf8' | 'base64';
  readonly content: string;
}

/** The content of a file: the text itself, or its octets where they come in base64. */
export function fileContent({ encoding, content }: FileText): string | Uint8Array<ArrayBuffer> {
  if (encoding === 'utf8') return content;
  return Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
}
