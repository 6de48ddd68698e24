import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeItem, encodeItem, project } from '../codec.ts';
import type { FileItem, FolderItem, MailItem } from '../item.ts';

const octets = fc
  .uint8Array({ minLength: 1, maxLength: 300 })
  .map((bytes) => Buffer.from(bytes).toString('base64'));

describe('OMA data objects', () => {
  it('carries every octet of a mail or a file', () => {
    fc.assert(
      fc.property(octets, (body) => {
        const mail: MailItem = {
          kind: 'mail',
          body,
          read: true,
          replied: false,
          received: '2024-03-31T08:00:00Z',
          extensions: [{ name: 'X-a', values: ['<1>', '2'] }],
        };
        const file: FileItem = {
          kind: 'file',
          name: 'Größe & <co>.txt',
          body,
          contentType: 'text/plain',
          attributes: 'hr',
          modified: '2024-03-31T08:00:00Z',
        };
        expect(project(mail, 'email')).toEqual(mail);
        expect(project(file, 'file')).toEqual(file);
      }),
    );
  });

  it('reads a mail in QUOTED-PRINTABLE within CDATA', () => {
    const xml = `<?xml version="1.0"?><Email><read>false</read><emailitem enc="quoted-printable">
<![CDATA[Subject: a=3Db=C3=A4 ]]></emailitem></Email>`;
    const mail = decodeItem(Buffer.from(xml), 'email') as MailItem;
    expect(Buffer.from(mail.body, 'base64').toString().trim()).toBe('Subject: a=bä');
  });

  it('tells folders by their role', () => {
    const folder: FolderItem = { kind: 'folder', name: 'Entwürfe', role: 'draft' };
    expect(project(folder, 'folder')).toEqual(folder);
    expect(Buffer.from(encodeItem(folder, 'folder')).toString()).toContain('<role>draft</role>');
  });
});
