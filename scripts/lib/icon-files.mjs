/** @param {Map<number, Buffer>} pictures @param {number} size */
function picture(pictures, size) {
  const png = pictures.get(size);
  if (png === undefined) throw new Error(`the ${size} pixel picture is missing`);
  return png;
}

/**
 * A Windows icon: a directory of PNG pictures (allowed since Windows Vista).
 * @param {Map<number, Buffer>} pictures PNG files by their size in pixels.
 * @returns {Buffer}
 */
export function ico(pictures) {
  const sizes = [16, 24, 32, 48, 64, 128, 256];
  const header = Buffer.alloc(6 + 16 * sizes.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(sizes.length, 4);
  let offset = header.length;
  sizes.forEach((size, index) => {
    const { length } = picture(pictures, size);
    const at = 6 + 16 * index;
    // A byte holds 255 at most; 0 stands for 256.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += length;
  });
  return Buffer.concat([header, ...sizes.map((size) => picture(pictures, size))]);
}

/**
 * A macOS icon: chunks of a four-letter type, a length and a PNG picture.
 * @param {Map<number, Buffer>} pictures PNG files by their size in pixels.
 * @returns {Buffer}
 */
export function icns(pictures) {
  /** Types by size; where two share a size, one is for a screen of double density. */
  const types = /** @type {const} */ ([
    ['icp4', 16],
    ['icp5', 32],
    ['ic11', 32],
    ['ic12', 64],
    ['ic07', 128],
    ['ic13', 256],
    ['ic08', 256],
    ['ic14', 512],
    ['ic09', 512],
    ['ic10', 1024],
  ]);
  const chunks = types.map(([type, size]) => chunk(type, picture(pictures, size)));
  return chunk('icns', Buffer.concat(chunks));
}

/** @param {string} type @param {Buffer} content */
function chunk(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}
