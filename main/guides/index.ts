export { openGuideAssets } from './assets.ts';
export { createGuides } from './guides.ts';
