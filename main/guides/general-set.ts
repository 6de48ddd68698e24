import { guideLanguageSchema } from '../../shared/model/guide.ts';
import type { Guide, GuideLanguage } from '../../shared/model/guide.ts';
import { defaultSettings } from '../../shared/model/settings.ts';
import { areaOf, assembleGuide } from './assemble.ts';
import type { GuideAssets } from './assets.ts';
import { conditionsOf } from './conditions.ts';
import { picturesOf } from './guides.ts';
import { renderHtml } from './html/render.ts';
import { renderPdf } from './pdf/render.ts';
import type { GuideSource } from './source.ts';
import { guideSources } from './sources/index.ts';
import { foldersOf, typeValues } from './values-of.ts';
import { createWording } from './wording.ts';
import type { Wording } from './wording.ts';

/** A guide of the general set, as files. */
export interface GeneralGuide {
  readonly language: GuideLanguage;
  /** Client type or topic; the files are called after it. */
  readonly name: string;
  readonly guide: Guide;
  readonly html: string;
  readonly pdf: Uint8Array;
}

/** A guide about no installation: placeholders stand where one has its own values. */
export async function makeGeneralGuide(
  source: GuideSource,
  language: GuideLanguage,
  assets: Pick<GuideAssets, 'picture'>,
): Promise<{ guide: Guide; wording: Wording }> {
  const wording = createWording(language, typeValues(language, source.clientType));
  const guide = assembleGuide(source, {
    wording,
    conditions: conditionsOf({
      clientType: source.clientType,
      isDevice: false,
      provisioning: defaultSettings.provisioning,
      hasOwnCertificate: false,
    }),
    deviceName: null,
    folders: foldersOf(source.clientType),
    picture: await picturesOf(source, language, assets),
  });
  return { guide, wording };
}

/** Every guide in every language, one after the other. */
export async function* makeGeneralSet(
  assets: GuideAssets,
  createdAt: Date,
): AsyncGenerator<GeneralGuide> {
  for (const language of guideLanguageSchema.options) {
    for (const source of guideSources) {
      const { guide, wording } = await makeGeneralGuide(source, language, assets);
      const html = renderHtml(guide, wording);
      const pdf = await renderPdf(guide, { wording, assets, createdAt });
      yield { language, name: areaOf(source), guide, html, pdf };
    }
  }
}
