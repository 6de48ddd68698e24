import type { Guide } from '../../shared/model/guide.ts';

const longest = 80;

/**
 * Name of a guide's file: the words of its title and its device, joined with hyphens, without anything
 * that a file system or a header could take for more than a name.
 */
export function fileNameOf(
  { title, deviceName }: Pick<Guide, 'title' | 'deviceName'>,
  extension: 'html' | 'pdf',
): string {
  const words = [title, deviceName ?? '']
    .join(' ')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  const name = [...words]
    .slice(0, longest)
    .join('')
    .replace(/^-+|-+$/gu, '');
  return `${name === '' ? 'guide' : name}.${extension}`;
}
