import { describe, expect, it } from 'vitest';
import type { DeviceProfile } from '../../../shared/model/device-profile.ts';
import type { Guide } from '../../../shared/model/guide.ts';
import { adasPhone, guidesOf } from '../testing/guide-fixture.ts';

async function print(profile: Partial<DeviceProfile> = {}): Promise<{ guide: Guide; pdf: string }> {
  const service = guidesOf(profile);
  const wanted = { deviceId: 'phone', language: 'en' } as const;
  const guide = await service.read(wanted);
  const { content } = await service.render({ ...wanted, format: 'pdf' });
  return { guide, pdf: Buffer.from(content, 'base64').toString('latin1') };
}

/** Elements of the structure, by their types. */
function structure(pdf: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [whole, type = ''] of pdf.matchAll(/obj\n<<\n\/S \/(\w+)\n[^]*?endobj/gu)) {
    found.set(type, [...(found.get(type) ?? []), whole]);
  }
  return found;
}

describe('a guide as a PDF', () => {
  it('is tagged, has a language, a title that is shown, and an outline', async () => {
    const { pdf } = await print();
    expect(pdf).toMatch(/\/MarkInfo \d+ 0 R/u);
    expect(pdf).toContain('/Marked true');
    expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/u);
    expect(pdf).toContain('/Lang (en)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('(Set up a Nokia phone)');
    expect(pdf).toMatch(/\/Outlines \d+ 0 R/u);
  });

  it('has its headings, lists and tables in the structure', async () => {
    const { guide, pdf } = await print();
    const types = structure(pdf);
    const count = (kind: string) => guide.blocks.filter((block) => block.kind === kind).length;
    expect(types.get('H1')).toHaveLength(1);
    expect(types.get('H2')).toHaveLength(count('heading'));
    expect(types.get('Table')).toHaveLength(count('values'));
    expect(types.get('Note')).toHaveLength(count('note'));
    const items = guide.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    expect(types.get('LI')).toHaveLength(count('step') + items.length);
    expect(types.get('LBody')?.length).toBe(types.get('LI')?.length);
    for (const heading of types.get('TH') ?? []) expect(heading).toContain('/Scope /Row');
    for (const list of types.get('L') ?? []) expect(list).toContain('/ListNumbering');
  });

  it('has an alternative text for every picture', async () => {
    const { guide, pdf } = await print();
    const figures = structure(pdf).get('Figure') ?? [];
    const pictures = guide.blocks.filter(
      (block) => block.kind === 'step' && block.picture !== null,
    );
    expect(figures).toHaveLength(pictures.length);
    for (const figure of figures) expect(figure).toMatch(/\/Alt \([^)]+\)/u);
  });

  it('embeds every font that it is set in', async () => {
    const { pdf } = await print();
    const descriptors = pdf.match(/\/Type \/FontDescriptor/gu) ?? [];
    const files = pdf.match(/\/FontFile[23] \d+ 0 R/gu) ?? [];
    expect(descriptors.length).toBeGreaterThanOrEqual(2);
    expect(files).toHaveLength(descriptors.length);
    expect(pdf).not.toContain('/Helvetica');
  });

  it('is made of what any device is called', async () => {
    const name = '\u0000\u202e{url} ) >> endobj %%EOF 📱';
    const { pdf } = await print({
      deviceName: name,
      profileName: name.repeat(40),
      folders: adasPhone.folders.map((folder) => ({ ...folder, name: 'x'.repeat(400) })),
    });
    expect(pdf.trimEnd()).toMatch(/%%EOF$/u);
    expect(structure(pdf).get('Table')).toHaveLength(1);
  });
});
