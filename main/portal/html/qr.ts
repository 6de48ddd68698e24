import { toString } from 'qrcode';

/** A QR code (ISO/IEC 18004) of an address, black on white, as an SVG document. */
export async function qrCode(text: string): Promise<string> {
  const options = { type: 'svg', errorCorrectionLevel: 'M', margin: 4 } as const;
  return (await toString(text, options)).trim();
}

/** The same to stand within a page, with a name for those who do not see it. */
export async function namedQrCode(text: string, name: string): Promise<string> {
  const label = name.replace(
    /[&<>"'\p{Cc}]/gu,
    (character) => `&#${character.codePointAt(0) ?? 32};`,
  );
  return (await qrCode(text)).replace('<svg ', `<svg class="qr" role="img" aria-label="${label}" `);
}
