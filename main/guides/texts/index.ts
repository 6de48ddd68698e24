import type { GuideLanguage } from '../../../shared/model/guide.ts';
import { en } from './en/index.ts';
import { cs } from './cs/index.ts';
import { pl } from './pl/index.ts';
import type { GuideTexts } from './types.ts';

/** The texts of the guides in every language. A language that is not written yet is English. */
export const guideTexts: Readonly<Record<GuideLanguage, GuideTexts>> = {
  en,
  pl,
  cs,
  'zh-CN': en,
};
