import type { GuideLanguage } from '../../../shared/model/guide.ts';
import { cs } from './cs/index.ts';
import { en } from './en/index.ts';
import { pl } from './pl/index.ts';
import type { GuideTexts } from './types.ts';
import { zh } from './zh-CN/index.ts';

/** The texts of the guides in every language. */
export const guideTexts: Readonly<Record<GuideLanguage, GuideTexts>> = {
  en,
  pl,
  cs,
  'zh-CN': zh,
};
